/** Towns and cities of Great Britain and Northern Ireland: rough middle, people in thousands (rounded), postcode area. */

export interface Town {
  name: string;
  lon: number;
  lat: number;
  thousands: number;
  postcodeArea: string;
}

const list = `
London -0.12 51.51 8900 SW|Birmingham -1.9 52.48 1140 B|Leeds -1.55 53.8 540 LS|Glasgow -4.25 55.86 630 G
Sheffield -1.47 53.38 560 S|Manchester -2.24 53.48 550 M|Edinburgh -3.19 55.95 510 EH|Liverpool -2.98 53.41 490 L
Bristol -2.59 51.45 470 BS|Cardiff -3.18 51.48 360 CF|Leicester -1.13 52.63 370 LE|Coventry -1.51 52.41 345 CV
Bradford -1.75 53.79 350 BD|Belfast -5.93 54.6 345 BT|Nottingham -1.15 52.95 325 NG|Hull -0.34 53.74 267 HU
Newcastle -1.61 54.98 290 NE|Stoke-on-Trent -2.18 53.0 258 ST|Southampton -1.4 50.91 250 SO|Derby -1.48 52.92 261 DE
Portsmouth -1.09 50.8 208 PO|Brighton -0.14 50.83 277 BN|Plymouth -4.14 50.37 265 PL|Northampton -0.9 52.24 245 NN
Reading -0.97 51.45 230 RG|Luton -0.42 51.88 225 LU|Wolverhampton -2.13 52.59 264 WV|Bolton -2.43 53.58 195 BL
Bournemouth -1.88 50.72 197 BH|Norwich 1.3 52.63 196 NR|Swindon -1.78 51.56 184 SN|Swansea -3.94 51.62 180 SA
Middlesbrough -1.24 54.57 174 TS|Peterborough -0.24 52.57 179 PE|Sunderland -1.38 54.91 168 SR|Oxford -1.26 51.75 162 OX
Warrington -2.6 53.39 174 WA|Huddersfield -1.78 53.65 162 HD|Slough -0.6 51.51 164 SL|Cambridge 0.12 52.2 146 CB
York -1.08 53.96 153 YO|Ipswich 1.16 52.06 139 IP|Telford -2.45 52.68 156 TF|Gloucester -2.24 51.86 132 GL
Blackpool -3.05 53.82 141 FY|Watford -0.4 51.66 131 WD|Rotherham -1.36 53.43 110 S|Aberdeen -2.1 57.15 198 AB
Dundee -2.97 56.46 148 DD|Preston -2.7 53.76 147 PR|Milton Keynes -0.76 52.04 264 MK|Stockport -2.16 53.41 137 SK
Sutton Coldfield -1.82 52.56 109 B|Burnley -2.24 53.79 78 BB|Blackburn -2.48 53.75 122 BB|Oldham -2.12 53.54 110 OL
Rochdale -2.16 53.62 112 OL|Wigan -2.63 53.55 108 WN|Salford -2.29 53.49 130 M|St Helens -2.73 53.45 103 WA
Southend-on-Sea 0.71 51.54 180 SS|Basildon 0.46 51.57 115 SS|Chelmsford 0.47 51.74 111 CM|Colchester 0.9 51.89 130 CO
Maidstone 0.52 51.27 109 ME|Gillingham 0.55 51.39 109 ME|Canterbury 1.08 51.28 55 CT|Dover 1.31 51.13 42 CT
Hastings 0.58 50.86 91 TN|Eastbourne 0.29 50.77 104 BN|Worthing -0.37 50.82 111 BN|Crawley -0.18 51.11 118 RH
Guildford -0.57 51.24 77 GU|Woking -0.56 51.32 104 GU|Basingstoke -1.09 51.27 107 RG|Winchester -1.31 51.06 48 SO
Salisbury -1.79 51.07 45 SP|Bath -2.36 51.38 94 BA|Cheltenham -2.08 51.9 117 GL|Worcester -2.22 52.19 103 WR
Hereford -2.72 52.06 61 HR|Shrewsbury -2.75 52.71 76 SY|Stafford -2.12 52.81 70 ST|Burton -1.64 52.81 76 DE
Lincoln -0.54 53.23 104 LN|Grimsby -0.08 53.57 86 DN|Scunthorpe -0.65 53.59 82 DN|Doncaster -1.13 53.52 113 DN
Barnsley -1.48 53.55 96 S|Wakefield -1.5 53.68 109 WF|Halifax -1.86 53.72 88 HX|Harrogate -1.54 53.99 75 HG
Scarborough -0.4 54.28 61 YO|Darlington -1.55 54.52 93 DL|Durham -1.57 54.78 50 DH|Hartlepool -1.21 54.69 88 TS
Gateshead -1.6 54.96 120 NE|South Shields -1.43 55.0 75 NE|Carlisle -2.94 54.89 74 CA|Lancaster -2.8 54.05 52 LA
Barrow -3.23 54.11 56 LA|Southport -3.01 53.65 94 PR|Birkenhead -3.02 53.39 110 CH|Chester -2.89 53.19 80 CH
Crewe -2.44 53.1 76 CW|Macclesfield -2.13 53.26 52 SK|Wrexham -3.0 53.05 65 LL|Bangor -4.13 53.23 16 LL
Aberystwyth -4.08 52.42 15 SY|Newport -3.0 51.58 130 NP|Merthyr Tydfil -3.38 51.75 44 CF|Llanelli -4.16 51.68 42 SA
Exeter -3.53 50.72 130 EX|Torquay -3.53 50.46 65 TQ|Barnstaple -4.06 51.08 32 EX|Taunton -3.1 51.02 65 TA
Yeovil -2.63 50.94 50 BA|Truro -5.05 50.26 21 TR|Falmouth -5.07 50.15 24 TR|Penzance -5.54 50.12 17 TR
Poole -1.98 50.72 151 BH|Weymouth -2.46 50.61 53 DT|Newport Isle of Wight -1.29 50.7 25 PO|Fareham -1.18 50.85 42 PO
Aldershot -0.76 51.25 38 GU|Aylesbury -0.81 51.82 63 HP|High Wycombe -0.75 51.63 75 HP|Bedford -0.47 52.14 87 MK
Stevenage -0.2 51.9 89 SG|St Albans -0.34 51.75 83 AL|Harlow 0.11 51.77 86 CM|King's Lynn 0.4 52.75 47 PE
Great Yarmouth 1.73 52.61 38 NR|Lowestoft 1.75 52.48 71 NR|Bury St Edmunds 0.71 52.25 42 IP|Kettering -0.73 52.4 63 NN
Corby -0.69 52.49 70 NN|Rugby -1.26 52.37 78 CV|Nuneaton -1.47 52.52 88 CV|Redditch -1.94 52.31 87 B
Kidderminster -2.25 52.39 57 DY|Dudley -2.09 52.51 80 DY|Walsall -1.98 52.59 70 WS|Solihull -1.78 52.41 126 B
Mansfield -1.2 53.15 110 NG|Chesterfield -1.43 53.24 88 S|Loughborough -1.2 52.77 64 LE|Inverness -4.22 57.48 47 IV
Perth -3.43 56.4 47 PH|Stirling -3.94 56.12 37 FK|Falkirk -3.78 56.0 36 FK|Paisley -4.42 55.84 77 PA
Kilmarnock -4.5 55.61 46 KA|Ayr -4.63 55.46 46 KA|Dumfries -3.61 55.07 33 DG|Fort William -5.11 56.82 10 PH
Kirkcaldy -3.16 56.11 50 KY|Dunfermline -3.45 56.07 55 KY|Londonderry -7.32 55.0 85 BT|Lisburn -6.04 54.51 45 BT
Newry -6.34 54.18 28 BT|Omagh -7.3 54.6 20 BT|Lerwick -1.15 60.15 7 ZE|Stornoway -6.39 58.21 7 HS`;

export const towns: readonly Town[] = list
  .trim()
  .split(/[\n|]/)
  .map((line) => {
    const parts = /^(.+) (-?[\d.]+) ([\d.]+) (\d+) ([A-Z]+)$/.exec(line.trim());
    if (!parts) throw new Error(`not a town: ${line}`);
    const [, name = '', lon, lat, thousands, postcodeArea = ''] = parts;
    return { name, lon: Number(lon), lat: Number(lat), thousands: Number(thousands), postcodeArea };
  });
