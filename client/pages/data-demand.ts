/** What the pages of demand layers are a function of. */
import type { Layer, Preview, Version, Weighed } from '../../server/demand/schema.ts';
import type { FormState } from '../logic/form.ts';
import type { Settings } from './data.ts';

export interface DemandLayersPageData {
  page: 'demandLayers';
  layers: Layer[];
  /** Where the list goes on. */
  next?: number;
  /** Those that the reader may add a layer for. */
  organisations: { id: number; name: string }[];
  form: FormState;
  done?: 'gone';
  settings: Settings;
}

export interface DemandEditPageData {
  page: 'demandEdit';
  layer: { id: number; name: string };
  /** That were worked out from it, and need it. */
  plans: number;
  form: FormState;
  settings: Settings;
}

export interface DemandLayerPageData {
  page: 'demandLayer';
  layer: Layer;
  /** The newest first. */
  versions: Version[];
  mayEdit: boolean;
  form: FormState;
  /** What is tried, and what came of it, in sentences. What is wrong with it stands in the form. */
  expression: { text: string; weighed?: Weighed; lines: string[] };
  done?: 'added' | 'saved' | 'changed';
  settings: Settings;
}

export interface DemandFilePageData {
  page: 'demandFile';
  layer: { id: number; name: string };
  file: string;
  preview: Preview;
  /** What is wrong with rows, as sentences. */
  faults: string[];
  form: FormState;
  settings: Settings;
}
