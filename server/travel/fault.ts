/** Why travel cannot be measured, in one sentence for whoever asked or started it. */
export class TravelFault extends Error {}

/** Somebody stopped the measuring before it was done. */
export class TravelStopped extends Error {
  constructor() {
    super('Measuring travel was stopped before it was done.');
  }
}

/** The network has no way between what was asked about. */
export class NoWayFault extends TravelFault {}

/** A fault that Valhalla told, by its words. */
export const toldFault = (words: string, said: string): TravelFault =>
  /No path could be found/i.test(said) ? new NoWayFault(said) : new TravelFault(`${words} ${said}`.trim());
