/** What a Zebra label printer says of itself to CUPS: two papers, one resolution. */
export const zebraPpd = `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "ZEBRA.PPD"
*Manufacturer: "Zebra"
*Product: "(ZPL Label Printer)"
*ModelName: "Zebra ZPL Label Printer"
*ShortNickName: "Zebra ZPL Label Printer"
*NickName: "Zebra ZPL Label Printer"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*Throughput: "8"
*LandscapeOrientation: Plus90
*TTRasterizer: Type42
*cupsVersion: 2.4
*cupsModelNumber: 18
*cupsManualCopies: False
*cupsFilter: "application/vnd.cups-raster 100 rastertolabel"
*OpenUI *PageSize/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: w288h432
*PageSize w288h432/4.00x6.00": "<</PageSize[288 432]>>setpagedevice"
*PageSize w288h360/4.00x5.00": "<</PageSize[288 360]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: w288h432
*PageRegion w288h432/4.00x6.00": "<</PageSize[288 432]>>setpagedevice"
*PageRegion w288h360/4.00x5.00": "<</PageSize[288 360]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: w288h432
*ImageableArea w288h432/4.00x6.00": "0 0 288 432"
*ImageableArea w288h360/4.00x5.00": "0 0 288 360"
*DefaultPaperDimension: w288h432
*PaperDimension w288h432/4.00x6.00": "288 432"
*PaperDimension w288h360/4.00x5.00": "288 360"
*OpenUI *Resolution/Resolution: PickOne
*OrderDependency: 20 AnySetup *Resolution
*DefaultResolution: 203dpi
*Resolution 203dpi/203dpi: "<</HWResolution[203 203]>>setpagedevice"
*CloseUI: *Resolution
*DefaultFont: Courier
*Font Courier: Standard "(1.05)" Standard ROM
`;
