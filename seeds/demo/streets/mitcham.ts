import type { StreetRow } from '../streets.ts';

/** Mitcham and Colliers Wood: street, postcode, longitude, latitude, neighbourhood, ward. */
export const mitcham: readonly StreetRow[] = [
  ['London Road', 'CR4 2JB', -0.1618, 51.414, 'Mitcham', 'Lavender Fields'],
  ['London Road', 'CR4 3LA', -0.164, 51.4085, 'Mitcham', "Figge's Marsh"],
  ['Western Road', 'CR4 3ED', -0.1712, 51.4088, 'Mitcham', 'Lavender Fields'],
  ['Lower Green West', 'CR4 3GA', -0.1685, 51.404, 'Mitcham', 'Cricket Green'],
  ['Commonside West', 'CR4 4HA', -0.159, 51.4043, 'Mitcham', "Figge's Marsh"],
  ['Commonside East', 'CR4 2QB', -0.1555, 51.4035, 'Mitcham', "Figge's Marsh"],
  ['Church Road', 'CR4 3BE', -0.1738, 51.4062, 'Mitcham', 'Cricket Green'],
  ['Eveline Road', 'CR4 3LE', -0.1625, 51.4106, 'Mitcham', "Figge's Marsh"],
  ['Gorringe Park Avenue', 'CR4 2DG', -0.1608, 51.417, 'Mitcham', "Figge's Marsh"],
  ['Streatham Road', 'CR4 2AA', -0.1555, 51.4135, 'Mitcham', 'Graveney'],
  ['Lavender Avenue', 'CR4 3HP', -0.17, 51.411, 'Mitcham', 'Lavender Fields'],
  ['Locks Lane', 'CR4 2JX', -0.1607, 51.4112, 'Mitcham', "Figge's Marsh"],
  ['Eastfields Road', 'CR4 2LS', -0.157, 51.4087, 'Mitcham', "Figge's Marsh"],
  ['Cricket Green', 'CR4 4LB', -0.1662, 51.402, 'Mitcham', 'Cricket Green'],
  ['Phipps Bridge Road', 'CR4 3PW', -0.1785, 51.4085, 'Mitcham', 'Lavender Fields'],
  ['South Lodge Avenue', 'CR4 1LX', -0.1395, 51.3998, 'Pollards Hill', 'Pollards Hill'],
  ['High Street Colliers Wood', 'SW19 2BH', -0.1768, 51.4192, 'Colliers Wood', 'Colliers Wood'],
  ['Christchurch Road', 'SW19 2NY', -0.179, 51.416, 'Colliers Wood', 'Colliers Wood'],
  ['Marlborough Road', 'SW19 2HF', -0.1755, 51.4198, 'Colliers Wood', 'Colliers Wood'],
  ['Cavendish Road', 'SW19 2EU', -0.1722, 51.4172, 'Colliers Wood', 'Colliers Wood'],
];
