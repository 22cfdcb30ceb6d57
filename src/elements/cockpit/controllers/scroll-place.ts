import type { ReactiveController } from 'lit';
import { scrollerOf } from '../../shared/scroller.ts';
import type { CockpitHost } from './host.ts';
import type { ViewController } from './view.ts';

/** What stood under the head, and what to do where the next patient has nothing of the kind. */
interface Place {
  readonly scroller: Element;
  readonly scrollTop: number;
  /** Which section, and how many pixels of it had gone under the head. */
  readonly section: { readonly key: string; readonly offset: number } | undefined;
}

/**
 * Keeps what the eye is on from patient to patient: the section under the head stays there, whatever stands above it.
 * While the next patient is on the way the cockpit keeps its height, so that nothing moves.
 */
export class ScrollPlace implements ReactiveController {
  #patientId: string | undefined;
  #place: Place | undefined;

  constructor(
    private readonly host: CockpitHost,
    private readonly view: ViewController,
    private readonly isLoading: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { patientId, hasUpdated } = this.host;
    if (patientId === this.#patientId) return;
    const isOther = this.#patientId !== undefined && patientId !== undefined;
    this.#patientId = patientId;
    if (!isOther || !hasUpdated) return;
    // Of several who come at once, the first has what was looked at.
    this.#place ??= this.#take();
    const { frame } = this;
    if (frame) frame.style.setProperty('min-block-size', `${frame.offsetHeight}px`);
  }

  hostUpdated(): void {
    const { frame } = this;
    if (!frame || this.isLoading()) return;
    if (this.host.patientId !== undefined && this.view.isPreparing) return;
    const place = this.#place;
    this.#place = undefined;
    if (place && this.view.props) this.#restore(place);
    // Only then: what is scrolled to must be there.
    frame.style.removeProperty('min-block-size');
  }

  hostDisconnected(): void {
    this.#place = undefined;
  }

  #take(): Place | undefined {
    const scroller = scrollerOf(this.host);
    const { eye } = this;
    if (!scroller || eye === undefined || scroller.scrollTop <= 0) return undefined;
    const at = this.#sections.find((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return top <= eye && bottom > eye;
    });
    return {
      scroller,
      scrollTop: scroller.scrollTop,
      section: at && { key: keyOf(at), offset: eye - at.getBoundingClientRect().top },
    };
  }

  #restore({ scroller, scrollTop, section }: Place): void {
    const at = section && this.#sections.find((each) => keyOf(each) === section.key);
    scroller.scrollTop = scrollTop;
    const { eye } = this;
    if (!at || eye === undefined) return;
    const { top, height } = at.getBoundingClientRect();
    // Of a section that is shorter, some stays in sight.
    const offset = Math.min(section.offset, Math.max(0, height - leastSeen));
    scroller.scrollTop += top + offset - eye;
  }

  get #sections(): readonly HTMLElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>('section.part')];
  }

  private get frame(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('.frame');
  }

  /** Where what is read begins, in pixels of the window: under the head. */
  private get eye(): number | undefined {
    return this.host.renderRoot.querySelector('.identity')?.getBoundingClientRect().bottom;
  }
}

/** In pixels. */
const leastSeen = 48;

/** Which section it is, whoever the patient is. */
function keyOf(section: HTMLElement): string {
  return section.dataset.type ?? section.getAttribute('part') ?? '';
}
