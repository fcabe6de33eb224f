export {
  decodeViewLink,
  encodeViewLink,
  LINK_VERSION,
  type LinkFault,
  type Pin,
  pinDigest,
  type ReadLink,
  type ViewSnapshot,
} from './view-link.ts';
