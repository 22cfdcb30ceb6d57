/** `overblik/editor`: registers `<overblik-profile-editor>`, and nothing else. */
import { OverblikProfileEditor } from './editor/element.ts';
import { register } from './register.ts';

register({ 'profile-editor': OverblikProfileEditor });

export { OverblikProfileEditor };
export type { ProfileEditedDetail } from './editor/element.ts';
export type { ProfilePublishDetail } from './editor/publish/panel.ts';
export { ProfileDraft } from './authoring/index.ts';
export type { DraftState, EditOptions, UnreadText } from './authoring/index.ts';
