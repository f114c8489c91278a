import { searchPenalties } from '../../acts/penalties.ts';
import type { Step } from '../../stage.ts';

/** The weekly report of week 48 is late, and the document at hand gives no penalty: undetermined, which is not zero. */
export const penaltySteps: Step[] = [{ on: '2019-12-02', play: searchPenalties }];
