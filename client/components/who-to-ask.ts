/** Whom the reader of a page about one place can ask, for every sentence on it that says to. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WhoToAsk } from '../logic/place.ts';

export const WhoToAskContext = createContext<WhoToAsk>('group');
export const useWhoToAsk = (): WhoToAsk => useContext(WhoToAskContext);
