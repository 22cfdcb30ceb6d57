/** `overblik/editor`: registers `<overblik-profile-editor>` and `<overblik-archive>`. */
import { OverblikArchive } from './editor/archive/element.ts';
import { OverblikProfileEditor } from './editor/element.ts';
import { register } from './register.ts';

register({ archive: OverblikArchive, 'profile-editor': OverblikProfileEditor });

export { OverblikArchive, OverblikProfileEditor };
export { memoryArchive, staticArchive } from './archive/index.ts';
export type { ArchiveChangedDetail, ProfileChosenDetail } from './editor/archive/element.ts';
export type { ProfileEditedDetail } from './editor/element.ts';
export type { ProfilePublishDetail } from './editor/publish/panel.ts';
export { ProfileDraft } from './authoring/index.ts';
export type { DraftState, EditOptions, UnreadText } from './authoring/index.ts';
