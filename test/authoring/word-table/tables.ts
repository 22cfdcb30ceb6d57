/** The programme's dementia table, as it comes from Markdown, from Word and from a PDF. */

export const dementia = `# Patienter med demens

**Formål**: forbedre kvaliteten af behandlingen for patienter med demens · identificere patienter med demens der får antipsykotisk medicin mhp. seponering · skabe overblik over populationen på klinikniveau.

**Hvordan finder vi populationen**

| Kriterier | Beskrivelse | Regler |
|---|---|---|
| Inklusionskriterier | Patienter registreret med følgende diagnosekode(r), **og/eller** får et præparat tilhørende følgende ATC-koder | ICPC: P70, P20, P15. ATC: N06DA02, N06DA03, N06DA04, N06DX01 |
| Eksklusionskriterier | Patienter uden de beskrevne inklusionskriterier | |

**Hvad vil vi gerne vide om populationen**

| Datatyper | Beskrivelse | Regler |
|---|---|---|
| Patient | Cpr, navn, adresse | |
| Diagnoser | Maniodepressiv psykose · Skizofreni · Depression | ICPC: P73 · P72 · P76 |
| Medicin | Antipsykotika · Antidepressiva · Benzodiazepiner · Øvrige risikopræparater | ATC: N05A · N06A · N05CD, N05BA, N03AE · N05CF (kilden har koderne i én kolonne: N05A, N06A, N05CF) |
| Prøver | Psykometrisk test (MMSE) · (BASIC) | Prøvekoder: MCS88042 · MCS88198 |
| Ydelser | EKG | none given |
| Aftaler | Fremtidige aftaler | |
| Henvisninger | none given | |
`;

const bullet = (text: string) =>
  `<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol;mso-list:\nIgnore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span><![endif]><span lang=DA>${text}<o:p></o:p></span></p>`;
const row = (...cells: readonly string[]) =>
  `<tr style='mso-yfti-irow:1'>${cells.map((cell) => `<td width=200 valign=top>${cell}</td>`).join('\n')}</tr>`;
const p = (text: string) => `<p class=MsoNormal><span lang=DA>${text}<o:p></o:p></span></p>`;

export const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style><title>x</title></head><body>
<!--StartFragment-->
${p('<b>Patienter med\r\ndemens</b>')}
${p('Form&aring;l')}
${bullet('Forbedre kvaliteten af behandlingen for patienter med demens')}
${bullet('Identificere patienter med demens der f&#229;r antipsykotisk medicin mhp. seponering')}
${bullet('Skabe overblik over populationen på klinik niveau')}
<h2>Hvordan finder vi populationen</h2>
<table class=MsoTableGrid border=1>
${row(p('<b>Kriterier</b>'), p('<b>Beskrivelse</b>'), p('<b>Regler</b>'))}
${row(
  p('Inklusionskriterier'),
  p('Patienter registreret med følgende diagnosekode (r):') +
    p('&nbsp;') +
    p('<b>Og /eller</b>') +
    p('Får et præparat tilhørende følgende ATC koder:'),
  p('ICPC:') +
    bullet('P70') +
    bullet('P20') +
    bullet('P15') +
    p('ATC koder:') +
    bullet('N06DA02') +
    bullet('N06DA03') +
    bullet('N06DA04') +
    bullet('N06DX01'),
)}
${row(p('Eksklusionskriterier'), p('Patienter uden de beskrevne inklusionskriterier'), p('&nbsp;'))}
</table>
<table class=MsoTableGrid>
${row(p('Datatyper'), p('Beskrivelse'), p('Regler'))}
${row(p('Patient'), p('Cpr, navn, adresse'), p(''))}
${row(p('Diagnoser'), p('Maniodepressiv psykose<br>Skizofreni<br>Depression'), p('ICPC:<br>P73<br>P72<br>P76'))}
${row(p('Medicin'), p('Antipsykotika') + p('Antidepressiva'), p('ATC:') + p('N05A') + p('N06A'))}
${row(p('Prøver'), p('Psykometrisk test') + p('(MMSE)') + p('(BASIC)'), p('Prøvekoder:') + p('MCS88042') + p('MCS88198'))}
${row(p('Ydelser'), p('EKG'), p(''))}
${row(p('Aftaler'), p('Fremtidige aftaler'), p(''))}
</table><!--EndFragment--></body></html>`;

export const pdf = ` Hvordan finder
vi populationen

Patienter med demens

Kriterier  Beskrivelse Regler

Inklusionskriterier


Patienter registreret med
følgende diagnosekode (r):

Og /eller

Får et præparat tilhørende
følgende ATC koder:

ICPC:

• P70

• P20

• P15

ATC koder:

• N06DA02

• N06DA03

• N06DA04

• N06DX01

Eksklusionskriterier  Patienter uden de beskrevne
inklusionskriterier
 Hvad vil vi gerne
vide om

Fremtidige ønsker

 Patienter med demens

Datatyper  Beskrivelse Regler

Patient Cpr, navn, adresse

Diagnoser  Maniodepressiv psykose
Skizofreni
Depression

ICPC:
P73
P72
P76

Medicin Antipsykotika
Antidepressiva
Benzodiazepiner
Øvrige risiko præparater

ATC:
N05A
N06A
N05CD
N05BA
N03AE
N05CF

Prøver  Psykometrisk test
(MMSE)
(BASIC)

Prøvekoder:
MCS88042
MCS88198

Ydelser EGK

Aftaler  Fremtidige aftaler

Hvordan sætter vi strøm
til profilerne
`;
