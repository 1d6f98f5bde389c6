import type {OrderStatus} from '../../orders/schema.ts';
import type {CellText} from '../format.ts';
import {statusByWords} from '../status-words.ts';

// WooCommerce's own states (wc_get_order_statuses) as keys and as words of English, German, French, Spanish, Italian, Dutch and Portuguese.
const words = statusByWords({
  new: [
    'pending',
    'pending payment',
    'on hold',
    'checkout draft',
    'draft',
    'Zahlung ausstehend',
    'Ausstehende Zahlung',
    'In Wartestellung',
    'Wartend',
    'Attente paiement',
    'En attente de paiement',
    'En attente',
    'Pendiente de pago',
    'Pendiente',
    'En espera',
    'In attesa di pagamento',
    'In attesa',
    'Sospeso',
    'Wacht op betaling',
    'In de wacht',
    'Pagamento pendente',
    'Aguardando',
    'Em espera',
  ],
  paid: [
    'processing',
    'paid',
    'In Bearbeitung',
    'En cours',
    'Procesando',
    'In lavorazione',
    'In behandeling',
    'Verwerken',
    'Processando',
    'Em processamento',
  ],
  shipped: [
    'completed',
    'complete',
    'shipped',
    'delivered',
    'Fertiggestellt',
    'Abgeschlossen',
    'Versendet',
    'Terminée',
    'Completado',
    'Completato',
    'Afgerond',
    'Voltooid',
    'Concluído',
  ],
  returned: ['refunded', 'Rückerstattet', 'Erstattet', 'Remboursée', 'Reembolsado', 'Rimborsato', 'Terugbetaald'],
  cancelled: [
    'cancelled',
    'canceled',
    'failed',
    'trash',
    'Storniert',
    'Fehlgeschlagen',
    'Annulée',
    'Échouée',
    'Cancelado',
    'Fallido',
    'Annullato',
    'Fallito',
    'Geannuleerd',
    'Mislukt',
    'Malogrado',
  ],
});

/** Where a WooCommerce order stands: of an order put on hold nobody knows whether it is paid. */
export function woocommerceStatus(order: CellText): OrderStatus | undefined {
  return words(order('status').replace(/^wc-/i, ''));
}

/** Order numbers of some programs have a `#` in front. */
export function woocommerceOrderNumber(cells: CellText): string {
  return cells('orderNumber').replace(/^#\s*/, '');
}
