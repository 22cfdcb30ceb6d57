/** Prints the report: alone, by the menu; and in the place of the element, where the page around it is printed. */
import type { ReactiveController, ReactiveElement } from 'lit';
import { adoptPage, PagePrint } from '../../elements/shared/printed-page.ts';
import { withoutMine } from '../anonymous.ts';
import type { Drawn } from '../host.ts';
import { drawForPage, printReport, reportPage, type PrintedReport } from './paper.ts';

interface PrintingHost extends ReactiveElement {
  readonly isUnreadable: boolean;
  /** What is drawn, with an indicator in front; undefined where there is no report. */
  drawnFor(indicator?: string): Drawn | undefined;
}

export class ReportPrint implements ReactiveController {
  #leave: () => void = () => undefined;

  constructor(private readonly host: PrintingHost) {
    host.addController(this);
    new PagePrint(host, { begin: () => this.#begin(), end: () => this.#end() });
  }

  hostDisconnected(): void {
    this.#end();
  }

  /**
   * Answers whether the browser took it up.
   *
   * @param hasOwn Whether my own clinic and its numbers are on it.
   */
  async print(hasOwn: boolean): Promise<boolean> {
    const printed = this.#printed(hasOwn);
    if (!printed) return false;
    const { sheet } = printed.drawnFor();
    // What is printed is what was shown when it was asked for.
    return printReport(this.host, printed, () => {
      const now = this.host.drawnFor();
      return now !== undefined && now.sheet.profile.id === sheet.profile.id;
    });
  }

  #printed(hasOwn: boolean): PrintedReport | undefined {
    if (!this.host.drawnFor()) return undefined;
    const drawnFor = (indicator?: string): Drawn => {
      const drawn = this.host.drawnFor(indicator)!;
      return hasOwn ? { ...drawn, scope: 'own' } : withoutMine(drawn);
    };
    return { drawnFor, hasOwn };
  }

  #begin(): boolean {
    const printed = this.#printed(false);
    if (!printed) return false;
    const ends = [
      drawForPage(this.host.renderRoot as ShadowRoot, printed),
      adoptPage(this.host.ownerDocument, reportPage(printed)),
    ];
    this.#leave = () => {
      for (const end of ends) end();
    };
    return true;
  }

  #end(): void {
    this.#leave();
    this.#leave = () => undefined;
  }
}
