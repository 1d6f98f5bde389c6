import type {UploadTemplate} from './template.ts';

/** A table that most sites with a mapping of columns take. */
const generic: UploadTemplate = {
  id: 'generic',
  name: 'Generic',
  sources: ['RFC 4180: a table as text'],
  encoding: 'utf-8',
  separator: ',',
  columns: [
    {name: 'Reference', of: 'reference', required: true, most: 80},
    {name: 'Name', of: 'name', required: true, most: 200},
    {name: 'Company', of: 'company', most: 200},
    {name: 'Address 1', of: 'street', required: true, most: 300},
    {name: 'Address 2', of: 'extra', most: 300},
    {name: 'Postcode', of: 'postalCode', most: 20},
    {name: 'City', of: 'city', required: true, most: 200},
    {name: 'Region', of: 'region', most: 100},
    {name: 'Country', of: 'country', required: true, most: 2},
    {name: 'Email', of: 'email', most: 254},
    {name: 'Phone', of: 'phone', as: ['phoneZeros'], most: 40},
    {name: 'Weight (g)', of: 'weightGrams', most: 9},
    {name: 'Service', of: 'service', most: 80},
    {name: 'Contents', of: 'contents', most: 500},
    {name: 'Value', of: 'value', most: 20},
    {name: 'Currency', of: 'currency', most: 3},
  ],
  answer: {
    reference: ['Reference', 'Order reference', 'Customer reference', 'Your reference'],
    number: ['Tracking number', 'Tracking', 'Tracking code', 'Parcel number', 'Barcode'],
  },
};

/** Without the totals, that nobody has to tell: of six characters at most, they would keep every order of a thousand out. */
const royalMail: UploadTemplate = {
  id: 'royal-mail-click-and-drop',
  name: 'Royal Mail Click & Drop',
  carrier: 'Royal Mail',
  sources: [
    'help.parcel.royalmail.com: Order Import spreadsheet field specifications (lengths; 11 digits at most; names in Roman letters)',
    'Royal Mail Click & Drop API, orders: orderReference and trackingNumber.',
  ],
  encoding: 'utf-8',
  separator: ',',
  columns: [
    {name: 'Order reference', of: 'reference', required: true, most: 40, digitsMost: 11},
    {name: 'Date', of: 'orderedOn', as: ['dayMonthYear'], most: 8},
    {name: 'Full name', of: 'name', required: true, latin: true, most: 200},
    {name: 'Company Name', of: 'company', most: 100},
    {name: 'Address Line 1', of: 'street', required: true, most: 100},
    {name: 'Address Line 2', of: 'extra', most: 100},
    {name: 'City', of: 'city', required: true, most: 100},
    {name: 'County', of: 'region', most: 100},
    {name: 'Postcode', of: 'postalCode', required: true, most: 20, digitsMost: 11},
    {name: 'Country', of: 'country', as: ['countryName'], most: 200},
    {name: 'Email', of: 'email', most: 100},
    {name: 'Phone', of: 'phone', as: ['phoneZeros'], most: 25},
    {name: 'Weight', of: 'weightGrams', as: ['kilograms'], most: 25},
    {name: 'Service code', of: 'service', most: 100},
  ],
  answer: {reference: ['Order reference', 'Channel reference'], number: ['Tracking number', 'Tracking #']},
};

const dhl: UploadTemplate = {
  id: 'dhl-geschaeftskunden',
  name: 'Post & DHL Geschäftskundenportal',
  carrier: 'DHL',
  sources: ['Post & DHL Geschäftskundenportal: the example file of “Versenden”, import of shipments'],
  encoding: 'iso-8859-1',
  separator: ';',
  columns: [
    {name: 'Sendungsreferenz', of: 'reference', required: true, most: 35},
    {name: 'Sendungsdatum', of: 'shippedOn', as: ['dayDots'], most: 10},
    {name: 'Empfänger Name 1', of: 'name', required: true, most: 50},
    {name: 'Empfänger Name 2 / Postnummer', of: 'company', most: 50},
    {name: 'Empfänger Name 3', of: 'extra', most: 50},
    {name: 'Empfänger Straße', of: 'street', as: ['streetAlone'], required: true, most: 50},
    {name: 'Empfänger Hausnummer', of: 'street', as: ['houseNumber'], most: 10},
    {name: 'Empfänger PLZ', of: 'postalCode', required: true, most: 17},
    {name: 'Empfänger Ort', of: 'city', required: true, most: 50},
    {name: 'Empfänger Provinz', of: 'region', most: 35},
    {name: 'Empfänger Land', of: 'country', required: true, most: 3},
    {name: 'Empfänger E-Mail-Adresse', of: 'email', most: 80},
    {name: 'Empfänger Telefonnummer', of: 'phone', as: ['phoneZeros'], most: 20},
    {name: 'Gewicht', of: 'weightGrams', as: ['kilogramsComma'], required: true, most: 6},
    {name: 'Produkt- und Servicedetails', of: 'service', most: 50},
  ],
  answer: {reference: ['Sendungsreferenz', 'Referenz'], number: ['Sendungsnummer']},
};

/** DPD Shipper maps columns by a profile of the seller's, so those it publishes no name for are named here by what they are. */
const dpd: UploadTemplate = {
  id: 'dpd-shipper',
  name: 'DPD Shipper',
  carrier: 'DPD',
  sources: [
    'doc.dpd.be/node/16: DPD Shipper, “Create a valid import file” (names and lengths of the fields, separator)',
    'integrations.dpd.nl, “Import shipment orders”: UTF-8, countries of two letters, at most 500 lines a file',
  ],
  encoding: 'utf-8',
  separator: ';',
  rowsMax: 499,
  columns: [
    {name: 'recipient_reference', of: 'reference', required: true, most: 35},
    {name: 'recipient_name', of: 'name', required: true, most: 35},
    {name: 'recipient_name2', of: 'company', most: 35},
    {name: 'recipient_street', of: 'street', as: ['streetAlone'], required: true, most: 35},
    {name: 'recipient_house_no', of: 'street', as: ['houseNumber'], most: 8},
    {name: 'recipient_street2', of: 'extra', most: 35},
    {name: 'recipient_zip', of: 'postalCode', required: true, most: 9},
    {name: 'recipient_city', of: 'city', required: true, most: 35},
    {name: 'recipient_country', of: 'country', required: true, most: 2},
    {name: 'recipient_phone', of: 'phone', as: ['phoneZeros'], most: 30},
    {name: 'recipient_email', of: 'email', most: 50},
    {name: 'weight_kg', of: 'weightGrams', as: ['kilograms']},
    {name: 'service', of: 'service'},
  ],
  answer: {
    reference: ['recipient_reference', 'Recipient reference', 'Reference', 'Reference 1'],
    number: ['parcel_number', 'Parcel number', 'Parcel label number', 'Tracking number'],
  },
};

/**
 * USPS publishes no description of the file that Click-N-Ship takes. The names are those of its 59 columns that programs of sellers write,
 * each alike, in their order; what the others hold is not known here. It wants first and last name apart: a beginning.
 */
const usps: UploadTemplate = {
  id: 'usps-click-n-ship',
  name: 'USPS Click-N-Ship',
  carrier: 'USPS',
  sources: [
    'github.com/Jacob-Pickard/TCGPlayer_TO_USPS, scripts/ConvertToUSPS.ps1: the columns of the file that USPS imports',
    'github.com/Edderic/breathesafe, ShippingQuery.usps_csv: the same columns, for another seller',
    'docs.goshippo.com, “Carrier reference fields”: a label of USPS takes a reference of 30 characters',
  ],
  encoding: 'utf-8',
  separator: ',',
  columns: [
    {name: 'Reference ID', of: 'reference', required: true, most: 30},
    {name: 'Recipient Country', of: 'country', required: true, most: 2},
    {name: 'Recipient First Name', of: 'name', required: true, most: 200},
    {name: 'Recipient Company/Org Name', of: 'company', most: 200},
    {name: 'Recipient Address Line 1', of: 'street', required: true, most: 300},
    {name: 'Recipient Address Line 2', of: 'extra', most: 300},
    {name: 'Recipient Address Town/City', of: 'city', required: true, most: 200},
    {name: 'Recipient State', of: 'region', most: 100},
    {name: 'Recipient ZIP Code', of: 'postalCode', required: true, most: 20},
    {name: 'Recipient Phone', of: 'phone', as: ['phoneZeros'], most: 40},
    {name: 'Recipient Email', of: 'email', most: 254},
    {name: 'Service Type', of: 'service', most: 80},
    {name: 'Package Weight (oz)', of: 'weightGrams', as: ['ounces'], most: 9},
  ],
  answer: {
    reference: ['Reference', 'Reference ID', 'Reference Number'],
    number: ['Tracking number', 'Label number', 'Tracking #'],
  },
};

/** The templates that Tradewind comes with. What none of their sources state, pages say in words of their own (`upload:note`). */
export const knownTemplates: readonly UploadTemplate[] = [generic, royalMail, dhl, dpd, usps];
