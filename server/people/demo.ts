/** Whom one can be in the demo: a member of a group that holds places, an officer of an agency, a commissioner. */
export const demoPeople = [
  {
    email: 'amara@tooting-neighbours.example',
    name: 'Amara, Tooting Neighbours Together',
    organisation: 'tooting-neighbours',
  },
  {
    email: 'joe@wandle-talking-health.example',
    name: 'Joe, Wandle Valley Talking Health',
    organisation: 'wandle-valley-talking-health',
  },
  {
    email: 'priya@tsw-commissioning.example',
    name: 'Priya, Thames South West Commissioning Board',
    organisation: 'thames-south-west-commissioning',
  },
];
