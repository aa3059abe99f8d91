/**
 * Who holds what. A holder with `keeps` looks after composed venues of those sorts, near home when it has a
 * home; the others hold a venue that is told by hand. All of them are invented.
 */
export interface Holder {
  slug: string;
  name: string;
  keeps?: readonly string[];
  home?: readonly string[];
}

const south = ['Tooting', 'Upper Tooting', 'Tooting Bec', 'Furzedown', 'Summerstown', 'Balham'];
const west = [
  'Putney',
  'East Putney',
  'Roehampton',
  'Putney Heath',
  'Putney Vale',
  'West Hill',
  'Southfields',
];
const middle = ['Wandsworth', 'Wandsworth Common', 'Earlsfield', 'Southfields'];
const north = ['Battersea', 'Nine Elms', 'Clapham', 'Clapham Park', 'Stockwell'];
const east = ['Streatham', 'Streatham Hill', 'Streatham Vale', 'Norbury', 'Brixton', 'Longthornton'];
const lower = ['Mitcham', 'Pollards Hill', 'Colliers Wood', 'South Wimbledon', 'Merton Park'];
const far = [
  'Wimbledon',
  'Wimbledon Park',
  'Wimbledon Village',
  'West Wimbledon',
  'Raynes Park',
  'New Malden',
  'Kingston Hill',
  'Norbiton',
];
const parish = ['parish_church', 'church_hall'];
const estates = ['tenants_hall'];
const open = ['new_centre', 'old_centre', 'social_centre'];

export const holders: readonly Holder[] = [
  { slug: 'tooting-neighbours', name: 'Tooting Neighbours Together', keeps: open, home: south },
  {
    slug: 'furzedown-and-tooting-team-parish',
    name: 'Furzedown and Tooting Team Parish',
    keeps: parish,
    home: south,
  },
  { slug: 'wandle-side-benefice', name: 'The Wandle-side Benefice', keeps: parish, home: middle },
  { slug: 'putney-churches-halls-trust', name: 'Putney Churches’ Halls Trust', keeps: parish, home: west },
  { slug: 'lavender-hill-deanery', name: 'Lavender Hill Deanery Rooms', keeps: parish, home: north },
  {
    slug: 'streatham-churches-together-halls',
    name: 'Streatham Churches’ Halls Fund',
    keeps: parish,
    home: east,
  },
  {
    slug: 'mitcham-and-merton-parishes',
    name: 'Mitcham and Merton Parishes Property Trust',
    keeps: parish,
    home: lower,
  },
  { slug: 'ridgway-parishes', name: 'The Ridgway Parishes', keeps: parish, home: far },
  {
    slug: 'four-commons-methodist-circuit',
    name: 'Four Commons Methodist Circuit',
    keeps: ['chapel', 'church_hall'],
    home: [...south, ...middle, ...east],
  },
  {
    slug: 'free-churches-fellowship',
    name: 'Free Churches Fellowship of the Wandle',
    keeps: ['chapel'],
    home: [...north, ...lower],
  },
  {
    slug: 'surrey-side-baptist-trust',
    name: 'Surrey Side Baptist Trust',
    keeps: ['chapel'],
    home: [...west, ...far],
  },
  {
    slug: 'upper-room-alliance',
    name: 'Upper Room Alliance of Churches',
    keeps: ['gathering'],
    home: [...south, ...lower],
  },
  {
    slug: 'rivers-of-mercy',
    name: 'Rivers of Mercy Ministries',
    keeps: ['gathering'],
    home: [...east, ...north],
  },
  {
    slug: 'new-wine-skins-network',
    name: 'New Wineskins Network',
    keeps: ['gathering', 'chapel'],
    home: [...middle, ...west, ...far],
  },
  {
    slug: 'south-london-masajid-forum',
    name: 'South London Masajid Forum',
    keeps: ['mosque'],
    home: [...south, ...middle],
  },
  {
    slug: 'mitcham-muslim-welfare',
    name: 'Mitcham and Norbury Muslim Welfare Trust',
    keeps: ['mosque'],
    home: [...lower, ...east],
  },
  {
    slug: 'battersea-islamic-trust',
    name: 'Battersea and Clapham Islamic Trust',
    keeps: ['mosque'],
    home: [...north, ...west, ...far],
  },
  { slug: 'tamil-saiva-association', name: 'Tamil Saiva Association of the Wandle', keeps: ['mandir'] },
  { slug: 'nanak-niwas-sangat', name: 'Nanak Niwas Sangat', keeps: ['gurdwara'] },
  { slug: 'quiet-rooms-trust', name: 'The Quiet Rooms Trust', keeps: ['quiet_house'] },
  {
    slug: 'roehampton-tenants-federation',
    name: 'Roehampton and Putney Tenants’ Federation',
    keeps: estates,
    home: west,
  },
  { slug: 'battersea-estates-forum', name: 'Battersea Estates Forum', keeps: estates, home: north },
  {
    slug: 'wandsworth-residents-council',
    name: 'Garratt and Wandle Residents’ Council',
    keeps: estates,
    home: [...middle, ...south],
  },
  {
    slug: 'merton-estates-alliance',
    name: 'Merton Estates Alliance',
    keeps: estates,
    home: [...lower, ...far],
  },
  {
    slug: 'lambeth-edge-tenants',
    name: 'Acre Lane Edge Tenants’ Association',
    keeps: estates,
    home: [...east, 'Stockwell', 'Clapham Park'],
  },
  {
    slug: 'wandle-district-scouts',
    name: 'Wandle District Scouts and Guides',
    keeps: ['scout_hut'],
    home: [...south, ...middle, ...lower],
  },
  { slug: 'thames-commons-scouts', name: 'Thames Commons Scout District', keeps: ['scout_hut'] },
  { slug: 'memorial-halls-association', name: 'Memorial Halls Association', keeps: ['community_hall'] },
  { slug: 'battersea-commons-charity', name: 'Battersea Commons Charity', keeps: open, home: north },
  {
    slug: 'putney-and-southfields-together',
    name: 'Putney and Southfields Together',
    keeps: open,
    home: [...west, ...middle],
  },
  { slug: 'streatham-action', name: 'Streatham and Norbury Neighbours’ Action', keeps: open, home: east },
  { slug: 'merton-community-rooms', name: 'Merton Community Rooms', keeps: open, home: [...lower, ...far] },
  {
    slug: 'wandle-youth-trust',
    name: 'Wandle Youth Trust',
    keeps: ['youth_centre'],
    home: [...south, ...middle, ...lower],
  },
  { slug: 'thamesfield-young-people', name: 'Thamesfield Young People', keeps: ['youth_centre'] },
  { slug: 'friends-of-small-libraries', name: 'Friends of Small Libraries', keeps: ['library'] },
  {
    slug: 'clubs-and-institutes-circle',
    name: 'Clubs and Institutes Circle',
    keeps: ['social_club', 'pub_room'],
  },
  { slug: 'schools-after-hours', name: 'Schools After Hours', keeps: ['school'] },
  { slug: 'playing-fields-partners', name: 'Playing Fields Partners', keeps: ['sports_hall', 'plot'] },
  { slug: 'wandle-arts-cooperative', name: 'Wandle Arts Co-operative', keeps: ['arts_centre', 'archway'] },

  // Each of these holds one venue, told by hand.
  { slug: 'acre-lane-town-hall-trust', name: 'Old Vestry Hall Trust' },
  { slug: 'bec-athletic-club', name: 'Bec Common Harriers' },
  { slug: 'brixton-hill-dominoes', name: 'Windmill Elders’ Association' },
  { slug: 'broadway-labour-club', name: 'Broadway Workers’ and Pensioners’ Centre' },
  { slug: 'clapham-park-portuguese', name: 'Casa do Povo de São João' },
  { slug: 'colliers-wood-vihara', name: 'Wandle Vihara Trust' },
  { slug: 'copse-hill-welfare', name: 'Copse Hill Pavilion Trustees' },
  { slug: 'coronet-tabernacle', name: 'The Coronet Tabernacle' },
  { slug: 'cricket-green-hall', name: 'Cottage Hall Trustees, Lower Green' },
  { slug: 'danebury-together', name: 'Danebury Together' },
  { slug: 'dom-polski-balham', name: 'Stowarzyszenie Dom Polski pod Żurawiem' },
  { slug: 'etz-rimon', name: 'Kehillat Etz Rimon' },
  { slug: 'falcon-ghanaian-methodists', name: 'Falcon Road Ghanaian Methodist Society' },
  { slug: 'figges-marsh-pentecostal', name: 'Upper Hand Deliverance Ministries' },
  { slug: 'fountain-road-masjid', name: 'Masjid At-Ta’awun Trust' },
  { slug: 'franciscan-kovil', name: 'Sri Muthumari Amman Temple Trust' },
  { slug: 'friends-of-ramsden-library', name: 'Friends of the Listening Library' },
  { slug: 'garratt-green-friends', name: 'The Garratt Bandstand Committee' },
  { slug: 'half-mile-rowing', name: 'Half Mile Post Rowing Club' },
  { slug: 'iglesia-nueva-alianza', name: 'Iglesia Nueva Alianza del Sur' },
  { slug: 'longley-somali-centre', name: 'Longley Road Somali Families' },
  { slug: 'lower-richmond-methodists', name: 'Watermen’s Chapel' },
  { slug: 'malden-memorial-hall', name: 'Memorial Hall Committee' },
  { slug: 'merton-park-guides', name: 'Toad Hall Guides' },
  { slug: 'new-malden-korean-church', name: '뉴몰든 은혜로교회' },
  { slug: 'nightingale-day-centre', name: 'Nightingale Elders' },
  { slug: 'norbury-hindu-society', name: 'Shree Jalaram Society' },
  { slug: 'paddling-moorhens', name: '127th Southfields Sea Scouts' },
  { slug: 'petersfield-youth', name: 'Alder Rise Youth' },
  { slug: 'pleasance-allotments', name: 'Pleasance Allotments Society' },
  { slug: 'queens-circus-arch', name: 'Arch 251½ Collective' },
  { slug: 'refugee-womens-sewing-house', name: 'Refugee Women’s Sewing House' },
  { slug: 'safe-harbour', name: 'Safe Harbour' },
  { slug: 'sisters-of-the-heath', name: 'Little Sisters of the Heath' },
  { slug: 'st-johns-hill-free-thinkers', name: 'Plough and Stars Community Society' },
  { slug: 'st-jude-within-southfields', name: 'Parish of St Jude-within-Southfields' },
  { slug: 'swaffield-residents', name: 'Bellringer’s Court Residents’ Association' },
  { slug: 'thessaly-tenants', name: 'Carriageworks Tenants’ Association' },
  { slug: 'tin-lantern', name: 'Tin Lantern' },
  { slug: 'trinity-road-quakers', name: 'Trinity Road Quakers' },
  { slug: 'upper-richmond-school', name: 'Association Senghor' },
  { slug: 'upper-tooting-sangat', name: 'Sanjhivalta Sangat' },
  { slug: 'vicarage-crescent-orthodox', name: 'Kidist Lideta Mariam' },
  { slug: 'wandle-workers-club', name: 'Wandle Paper Workers’ Club' },
  { slug: 'worple-road-catholics', name: 'Parish of Our Lady of the Hawthorn' },
];
