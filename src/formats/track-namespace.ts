/**
 * Namespace of the elements with which a GPX file says what GPX has no words for. They are named as the columns of a
 * CSV of positions, with their units; `heard`, with an attribute `time`, is a report without a position.
 */
export const TRACK_NAMESPACE = 'urn:wakeline:track:1';
