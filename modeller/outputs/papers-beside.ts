import type { Finding, Output, OutputBudget, PlainWords } from '#engine/browser';

/** What is known beside the papers of a draft: the page loads it. */
export interface PapersBeside {
  /** the day that a review of wording is said to be of */
  today?: string;
  /** words of the trade, and reading ages to aim at */
  plain?: PlainWords;
  /** what people said of papers as they are printed now */
  opinions?: readonly OpinionsSaid[];
  /** makes the document of the largest family and counts it */
  costOf?: (
    output: Output,
    asked: { audience: string; language?: string },
  ) => Promise<PaperCost | { problem: string }>;
}

/** What a paper costs, and what it may; without a cost it could not be made, as the findings say. */
export interface PaperCost {
  budget: OutputBudget;
  cost?: OutputBudget & { blocks: { from: number; pages: number }[] };
  findings: readonly Finding[];
}

/** Of one paper, as a version prints it; of fewer than `fewer` nothing more is told. */
export interface OpinionsSaid {
  output: string;
  version: { name: string };
  groups: readonly {
    whose: string;
    fewer?: number;
    count?: number;
    helpful?: number;
    clear?: number;
    words?: readonly string[];
  }[];
}
