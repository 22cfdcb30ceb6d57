import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { HandedOver } from '../elements/shared/hand-over.ts';
import { emit } from '../elements/shared/events.ts';
import { OverblikElement } from '../elements/shared/element.ts';
import { Memo } from '../model/index.ts';
import type { AreaLevel, ClusterPackage, Report } from '../report/index.ts';
import { controls } from '../ui/controls.ts';
import { theme } from '../ui/theme.ts';
import { withoutMine } from './anonymous.ts';
import { activityCards } from './cards/activities.ts';
import { exemptionCard } from './cards/exemptions.ts';
import { chartCards, chartSlides, type PictureKind } from './cards/charts.ts';
import { focusCard } from './cards/focus.ts';
import { strip } from './cards/strip.ts';
import { chartStyles, type Drawing } from './charts/index.ts';
import { drawnOf } from './drawn.ts';
import type { ReportJoinedDetail, ReportOpenPatientsDetail, ReportViewDetail } from './events.ts';
import type { Answer, Drawn, ReportDeeds } from './host.ts';
import { JoiningFiles } from './joining/files.ts';
import { ReportReadings } from './joining/readings.ts';
import { furtherSlides } from './meeting/further.ts';
import { Presentation } from './meeting/presentation.ts';
import type { Slide } from './meeting/slide.ts';
import { missingSlide, reportSlides, startSlide, type SlideSource } from './meeting/slides.ts';
import { meetingStyles } from './meeting/styles.ts';
import type { Refusal } from './model/agreeing.ts';
import { sheetsOf, type Sheet } from './model/sheet.ts';
import type { Named } from './model/units.ts';
import { shownBy, type ReportView } from './model/view.ts';
import { OwnNumbers } from './own/controller.ts';
import type { OwnFigures } from './own/types.ts';
import { aboutReport } from './parts/about.ts';
import { head, joinButton, tools } from './parts/head.ts';
import { notices, unreadNotices } from './parts/notices.ts';
import { emptyState } from './parts/states.ts';
import { packageCard } from './package/card.ts';
import { PackageDocument } from './package/document.ts';
import type { PackageHost } from './package/host.ts';
import {
  followUpOf,
  readMeeting,
  type Meeting,
  type MeetingChangedDetail,
} from './package/meeting.ts';
import { packageSlides } from './package/slides.ts';
import { packageStyles } from './package/styles.ts';
import { withPackageWords } from './package/words.ts';
import { ReportPrint } from './paper/controller.ts';
import { ProfileDocuments } from './profiles.ts';
import { savedParts } from './saving/further.ts';
import { savePicture } from './saving/pictures.ts';
import { saveReport, type FileKind } from './saving/save.ts';
import { reportStyles } from './styles.ts';
import { indicatorTable } from './table/indicators.ts';
import { unitTable } from './table/units.ts';
import { reportUis, type Texts } from './ui.ts';

declare global {
  interface HTMLElementTagNameMap {
    'overblik-report': OverblikReport;
  }
  interface HTMLElementEventMap {
    'overblik-open-patients': CustomEvent<ReportOpenPatientsDetail>;
    'overblik-report-view': CustomEvent<ReportViewDetail>;
    'overblik-report-joined': CustomEvent<ReportJoinedDetail>;
    'overblik-meeting-changed': CustomEvent<MeetingChangedDetail>;
  }
}

/**
 * Reports of indicators: how the clinics of an area do, protected so that nobody can be found in them. My own clinic is
 * marked for me, with its exact numbers beside where the host gives them. An entry of its own registers it:
 * `overblik/report/element`.
 *
 * @tagname overblik-report
 * @fires {CustomEvent<ReportOpenPatientsDetail>} overblik-open-patients - The user wants to see the patients behind a
 *   number of the own clinic: open the list with them. No patient data.
 * @fires {CustomEvent<ReportViewDetail>} overblik-report-view - Something else is looked at: keep it, and give it back as
 *   `view`.
 * @fires {CustomEvent<ReportJoinedDetail>} overblik-report-joined - A report was added from a file: keep it, and give it
 *   with the others from now on.
 * @fires {CustomEvent<MeetingChangedDetail>} overblik-meeting-changed - The meeting about the cluster package was held, or
 *   what was agreed is another: keep it, give it back as `meeting`, and its `followUp` to the start page. No patient data.
 * @fires {CustomEvent<ExportDetail>} overblik-export - A file was written: cancel it to take it yourself; otherwise the
 *   browser saves it.
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something that the element was given cannot be used: names and
 *   numbers, no patient data.
 * @csspart frame - Everything.
 * @csspart head - What is reported, what is chosen, and the tools.
 * @csspart package - The cluster package.
 * @csspart focus - The indicator that is looked at.
 * @csspart charts - Funnel or strip, and trend.
 * @csspart indicators - All indicators as a table.
 * @csspart units - Clusters, municipalities or regions as a table.
 * @csspart exemptions - Why patients are exempt.
 * @csspart activities - Care plans that are counted, as the steering group's report has them.
 * @csspart about - What stands behind the figures.
 */
export class OverblikReport extends OverblikElement<keyof Texts> implements ReportDeeds {
  static override styles = [
    theme,
    controls,
    chartStyles,
    reportStyles,
    meetingStyles,
    packageStyles,
  ];

  protected override readonly uis = reportUis;

  /**
   * The clinics' reports, the report of an area, or some of both: those of larger areas are shown beside. Objects, or
   * JSON text. One that comes later is added: give another list, and the view keeps its place.
   */
  @property({ attribute: false }) reports: readonly Report[] | Report = [];

  /** My own clinic: it is marked, and its exact numbers stand beside. They are in no report, file or print of the area. */
  @property({ attribute: false }) own: OwnFigures | undefined;

  /** Who should report: those who have not are named. */
  @property({ attribute: false }) expected: readonly Named[] = [];

  /** The area whose clinics report. Default: the cluster that the reports name. */
  @property({ attribute: false })
  area: (Named & { readonly level?: AreaLevel }) | undefined;

  /** How it is looked at, as `overblik-report-view` told. What is left out, or is not there, is chosen by the element. */
  @property({ attribute: false }) view: ReportView = {};

  /**
   * The cluster package that the meeting is about, as its document or JSON text: the presentation walks through it, and
   * it stands beside the report with what was agreed.
   */
  @property({ attribute: false }) package: unknown;

  /** The meeting about the package, as `overblik-meeting-changed` told. */
  @property({ attribute: false }) meeting: Meeting | undefined;

  /** Reports are on their way: without one, that is said in the place of _no report_. */
  @property({ type: Boolean, reflect: true }) loading = false;

  /** Reports that were added from files. */
  @state() private joined: readonly Report[] = [];
  @state() private said = '';

  readonly #readings = new ReportReadings(this);
  readonly #documents = new ProfileDocuments(this);
  readonly #numbers = new OwnNumbers(this);
  readonly #files = new JoiningFiles(this);
  readonly #package = new PackageDocument();
  readonly #presentation = new Presentation(this);
  readonly #print = new ReportPrint(this);
  readonly #made = new Memo<readonly Sheet[]>();
  #sheets: readonly Sheet[] = [];

  /** Looks at something else; what is left out stays as it is. */
  look(change: ReportView): void {
    this.view = { ...this.view, ...change };
    emit(this, 'overblik-report-view', { view: this.view });
  }

  /** @internal */
  showIndicator(indicator: string): void {
    this.look({ indicator });
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#focus-title')?.focus(),
    );
  }

  /**
   * Writes the area's figures as a file, as the menu does: told by `overblik-export`. Nothing of my own clinic alone is in
   * it.
   *
   * @param part As a table (`csv`, `xlsx`): `exemptions`, or `activity` and its id (`activity care-plans`), where they are
   *   told. Default: the indicators.
   */
  async save(kind: FileKind, part?: string): Promise<void> {
    const drawn = this.drawnFor();
    if (!drawn) return;
    const saved = await saveReport(this, drawn, kind, part);
    if (saved) this.#tellSaved(saved);
  }

  /** Prints the report alone on A4 pages; with my own clinic's numbers on them only where that is asked for. */
  async print({ own = false }: { readonly own?: boolean } = {}): Promise<void> {
    const isTakenUp = await this.#print.print(own);
    if (!isTakenUp && this.drawnFor()) this.announce(this.ui.texts.report.printBlocked);
  }

  /** Shows the report over the whole screen, one thing at a time. */
  present(): void {
    if (this.drawnFor()) this.#presentation.open();
  }

  /** @internal */
  openPatients(indicatorId: string, answer: Answer): void {
    const drawn = this.drawnFor();
    if (!drawn || drawn.own.kind !== 'there') return;
    const { profile } = drawn.sheet;
    emit(this, 'overblik-open-patients', {
      ...{ profileId: profile.id, version: profile.version, date: drawn.date },
      ...{ indicatorId, answer },
    });
  }

  /** @internal */
  retryOwn(): void {
    const drawn = this.drawnFor();
    if (drawn) this.#numbers.retry(drawn.sheet.profile, drawn.date);
  }

  /**
   * Takes a report in among the others, as the user's file does. Answers why it is not counted, where it is not.
   *
   * @internal
   */
  join(report: Report): Refusal | undefined {
    const joined = [...this.joined, report];
    const sheets = this.#sheetsWith(joined);
    const refused = sheets
      .find(({ profile }) => profile.id === report.profile.id)
      ?.refused.find(({ report: each }) => each === report);
    if (refused) return refused;
    this.joined = joined;
    emit(this, 'overblik-report-joined', { report });
    return undefined;
  }

  /** @internal */
  announce(text: string): void {
    // The same words a second time are heard when they are others to the browser.
    this.said = this.said === text ? `${text}\u00a0` : text;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#documents.read(this.profiles);
    this.#readings.take(this.reports);
    if (this.#package.read(this.package) && this.#package.faults > 0)
      this.problems.tell({ kind: 'unusable', field: 'package', count: this.#package.faults });
    this.#sheets = this.#sheetsWith(this.joined);
  }

  protected override render(): TemplateResult {
    const drawn = this.drawnFor();
    return html`<section
      class="frame ${this.#files.isOver ? 'is-over' : ''}"
      part="frame"
      lang=${this.ui.language}
      aria-label=${this.ui.texts.report.title}
      aria-busy=${this.loading || this.#readings.isReading}
    >
      ${drawn ? this.#report(drawn) : this.#empty()}
      <div class="drop" aria-hidden="true">${this.ui.texts.report.joinDrop}</div>
      <div class="visually-hidden" role="status">${this.said}</div>
    </section>`;
  }

  #report(drawn: Drawn): TemplateResult {
    return html`${head(drawn, {
        deeds: this,
        profiles: this.#sheets.map(({ profile: { id } }) => [
          id,
          this.#documents.title(id, this.language),
        ]),
        tools: tools(drawn, {
          parts: savedParts(drawn),
          present: () => this.present(),
          print: (own) => void this.print({ own }),
          save: (kind, part) => void this.save(kind, part),
          join: this.#onFiles,
        }),
      })}
      <div class="notices">
        ${notices(drawn, {
          ...this.#unread(),
          profile: this.#documents.profile(drawn.sheet.profile.id),
          mine: this.own?.clinicId,
        })}
      </div>
      ${this.#packagePart()} ${focusCard(drawn, this, this.#onPicture)}
      ${chartCards(drawn, this.#onPicture)}
      ${indicatorTable(drawn, this, (row) => strip(drawn, row))} ${unitTable(drawn)}
      ${exemptionCard(drawn, drawn.markerTitle, this.#onPicture)}
      ${activityCards(drawn, this.#onPicture)} ${aboutReport(drawn)}
      ${this.#presentation.template(() => this.#slides(drawn), drawn.sheet.mine !== undefined)}`;
  }

  #slides({ row }: Drawn): readonly Slide[] {
    const seen = (drawn: Drawn): Drawn =>
      this.#presentation.showsOwn ? { ...drawn, scope: 'own' } : withoutMine(drawn);
    const source: SlideSource = {
      drawnFor: (indicator = row.id) => seen(this.drawnFor(indicator)!),
      deeds: this,
      charts: chartSlides,
      join: joinButton(this.ui, this.#onFiles),
    };
    const host = this.#packageHost((drawn) => seen(drawn));
    return host
      ? packageSlides(host, source, {
          before: [startSlide(source.drawnFor())],
          after: [...furtherSlides(source.drawnFor()), missingSlide(source.drawnFor(), source)],
        })
      : reportSlides(source);
  }

  #packagePart(): unknown {
    const { clusterPackage: text } = this.ui.texts;
    const problem = this.#package.problem(this.language);
    if (problem !== undefined)
      return html`<div class="notice" data-notice="package" role="status">
        <b>${text.unusable}</b> ${problem}
      </div>`;
    const host = this.#packageHost((drawn) => drawn);
    return host ? packageCard(host) : nothing;
  }

  /** @param seen How a figure is drawn: with my own clinic in it, or without. */
  #packageHost(seen: (drawn: Drawn) => Drawn): PackageHost | undefined {
    const { package: document } = this.#package;
    if (!document) return undefined;
    const ids = new Set(document.profiles.map(({ id }) => id));
    return {
      ...{ ui: this.ui, document, today: this.date },
      meeting: readMeeting(this.meeting),
      dates: [
        ...new Set(
          this.#sheets.filter(({ profile }) => ids.has(profile.id)).flatMap(({ dates }) => dates),
        ),
      ],
      drawnOf: (profile, indicator, date) => {
        const drawn = this.#drawnOf({ profile, indicator, ...(date ? { date } : {}) });
        // The nearest to it is another.
        const isIt = drawn?.sheet.profile.id === profile && drawn.row.id === indicator;
        return isIt && (date === undefined || drawn.date === date) ? seen(drawn) : undefined;
      },
      titleOf: (profile, indicator) =>
        this.#documents.words(profile, indicator, this.language).title,
      change: (meeting) => this.#meet(meeting, document),
    };
  }

  /** Tells the host of the meeting; it is shown at once. */
  #meet(meeting: Meeting, document: ClusterPackage): void {
    this.meeting = meeting;
    const followUp = followUpOf(document, meeting, {
      profile: (id) => this.#documents.profile(id),
      dates: this.#packageHost((drawn) => drawn)?.dates ?? [],
    });
    emit(this, 'overblik-meeting-changed', { meeting, ...(followUp ? { followUp } : {}) });
  }

  #empty(): TemplateResult {
    return emptyState(this.ui, {
      isLoading: this.loading || this.#readings.isReading,
      join: joinButton(this.ui, this.#onFiles),
      notices: unreadNotices(this.#unread(), this.ui),
    });
  }

  #unread() {
    return {
      unread: this.#readings.read.unread,
      notJoined: this.#files.refused,
      close: () => this.#files.forget(),
    };
  }

  #sheetsWith(joined: readonly Report[]): readonly Sheet[] {
    const { reports } = this.#readings.read;
    const { expected, area } = this;
    const mine = this.own?.clinicId;
    const { known } = this.#documents;
    return this.#made.of([reports, joined, expected, area, mine, known], () =>
      sheetsOf(
        reports,
        { known, expected, ...(area ? { area } : {}), ...(mine === undefined ? {} : { mine }) },
        joined,
      ),
    );
  }

  /**
   * What is drawn; undefined where there is no report.
   *
   * @internal
   */
  drawnFor(indicator?: string): Drawn | undefined {
    return this.#drawnOf(indicator === undefined ? {} : { indicator });
  }

  #drawnOf(change: ReportView): Drawn | undefined {
    const shown = shownBy({ ...this.view, ...change }, this.#sheets);
    if (!shown) return undefined;
    const { ui, own } = this;
    const drawn = drawnOf(shown, { ui, own, documents: this.#documents, numbers: this.#numbers });
    return drawn && withPackageWords(drawn, this.#package.package);
  }

  readonly #onPicture = (drawing: Drawing, kind: PictureKind): void => {
    const date = this.drawnFor()?.date ?? '';
    void savePicture(this, drawing, kind, date).then((saved) => saved && this.#tellSaved(saved));
  };

  #tellSaved({ name, outcome }: { readonly name: string; readonly outcome: HandedOver }): void {
    const { report } = this.ui.texts;
    this.announce(outcome === 'blocked' ? report.saveBlocked : report.saved(name));
  }

  readonly #onFiles = (files: readonly File[]): void => void this.#files.take(files);
}
