/** Why an answer is what it is, where the numbers alone would leave somebody wondering. A closed list. */
export const reasons = {
  'no-candidates': 'There is no site to choose from.',
  'no-consent':
    'No holder has agreed yet that their place may be proposed, so there is no site to choose from.',
  'no-places': 'There is no place of demand.',
  'nobody-counts': 'Nobody counts: every place has a weight of zero.',
  'numbers-left-out': 'Some places have no usable number (missing or below zero); they count as zero.',
  'places-out-of-reach': 'Some places have no site within reach, whatever is chosen.',
  'all-out-of-reach': 'No place has a site within reach, whatever is chosen.',
  'all-sites-chosen': 'As many sites are asked for as there are, or more: all of them are chosen.',
  'no-sites-asked': 'No site is asked for.',
  'more-fixed-than-asked': 'More sites are to be chosen in any case than are asked for.',
  'too-few-sites': 'So few sites cannot reach every place that some site reaches.',
  'share-out-of-reach': 'The share cannot be reached, whatever is chosen.',
  'shares-not-together': 'Each group’s share can be reached, but not all of them together.',
  'capacity-short': 'The chosen sites have no room for everybody within their reach.',
  'capacity-not-known':
    'Of some candidates it is not known how many people they hold; they count as having no room.',
  'supply-unused': 'Some sites have nobody within reach; what they offer reaches no one.',
  'no-access': 'Nobody has any access, so there is nothing to share out.',
  'worst-off-have-none': 'The two fifths with least have no access at all, so the ratio has no end.',
  'places-not-ranked': 'Some places have no place in the ranking, or no access known; they are left out.',
  'no-network':
    'There is no network of streets here, so ways were measured in straight lines, made longer by a factor.',
  'off-network':
    'Some places or sites are more than half a kilometre from any street, so nobody gets to or from there.',
  'time-ran-out': 'The time ran out before the answer was proven.',
} as const;

export type Reason = keyof typeof reasons;
export const reasonNames = Object.keys(reasons) as Reason[];
