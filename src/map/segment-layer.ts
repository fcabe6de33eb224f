import type { DefaultProps, UpdateParameters } from '@deck.gl/core';
import { LineLayer, type LineLayerProps } from '@deck.gl/layers';
import type { Instant } from '../core/time/index.ts';
import type { Rgb } from './palette.ts';
import { colourTable, type Device, SegmentTables, TABLE_ROW, type Texture } from './segment-tables.ts';
import { type Segments, segmentRange } from './segments.ts';
import { inSlices } from './slices.ts';

/** Properties of `SegmentLayer`. */
export interface SegmentLayerProps {
  /** The pieces. Others are uploaded in slices; those before are drawn until the new ones are whole. */
  segments: Segments;
  /** Pieces that end after the one and not after the other are drawn, milliseconds UTC. */
  fromMs: Instant;
  toMs: Instant;
  /** A colour by the number of each piece, or for even steps of speed. Replaced as a whole when it changes. */
  colours: readonly Rgb[];
  colourBy: 'ship' | 'speed';
  /** Breadth, CSS pixels. */
  widthPx: number;
  /** Called once `segments` are uploaded and drawn from now on. */
  onWhole?: (segments: Segments) => void;
}

export const NO_SEGMENTS: Segments = {
  count: 0,
  epochMs: 0,
  endSec: new Uint32Array(),
  places: new Float32Array(),
  traits: new Uint8Array(),
};

const defaultProps: DefaultProps<SegmentLayerProps> = {
  segments: { type: 'object', value: NO_SEGMENTS },
  fromMs: { type: 'number', value: 0 },
  toMs: { type: 'number', value: 0 },
  colours: { type: 'object', value: [] },
  colourBy: { type: 'object', value: 'ship' },
  widthPx: { type: 'number', value: 1 },
  onWhole: { type: 'function', value: () => {} },
};

const UNIFORMS = `\
layout(std140) uniform segmentUniforms {
  highp int first;
  float widthPx;
  float bySpeed;
  float colourCount;
} segment;
`;

const segmentModule = {
  name: 'segment',
  vs: UNIFORMS,
  fs: UNIFORMS,
  uniformTypes: { first: 'i32', widthPx: 'f32', bySpeed: 'f32', colourCount: 'f32' },
} as const;

const VERTEX_SHADER = `\
#version 300 es
#define SHADER_NAME segment-layer-vertex
in vec3 positions;
uniform highp sampler2D segmentPlaces;
uniform highp sampler2D segmentTraits;
uniform highp sampler2D segmentColours;
out vec4 vColor;
out vec2 uv;

vec4 texelAt(highp sampler2D table, int index) {
  return texelFetch(table, ivec2(index % ${TABLE_ROW}, index / ${TABLE_ROW}), 0);
}

void main(void) {
  int index = segment.first + gl_InstanceID;
  vec4 places = texelAt(segmentPlaces, index);
  vec4 traits = texelAt(segmentTraits, index);

  vec4 start = project_position_to_clipspace(vec3(places.xy, 0.0), vec3(0.0), vec3(0.0));
  vec4 end = project_position_to_clipspace(vec3(places.zw, 0.0), vec3(0.0), vec3(0.0));
  vec2 along = (end.xy - start.xy) * project.viewportSize;
  vec2 across = length(along) > 0.0 ? normalize(vec2(-along.y, along.x)) : vec2(0.0, 1.0);

  // Half a device pixel more on both sides gives the fragment shader room to smooth the edge.
  float halfPx = segment.widthPx * 0.5;
  float reachPx = halfPx + 0.5 / project.devicePixelRatio;
  vec2 offset = across * positions.y * reachPx;
  gl_Position = mix(start, end, positions.x) + vec4(project_pixel_size_to_clipspace(offset), 0.0, 0.0);
  uv = vec2(positions.x, positions.y * reachPx / halfPx);

  float colour = segment.bySpeed > 0.0 ? traits.y * (segment.colourCount - 1.0) : traits.x * 255.0;
  vColor = vec4(texelAt(segmentColours, int(colour + 0.5)).rgb, layer.opacity);
}
`;

const FRAGMENT_SHADER = `\
#version 300 es
#define SHADER_NAME segment-layer-fragment
precision highp float;
in vec4 vColor;
in vec2 uv;
out vec4 fragColor;

void main(void) {
  float edge = abs(uv.y);
  float inside = (1.0 - edge) / max(fwidth(edge), 1e-6) + 0.5;
  fragColor = vec4(vColor.rgb, vColor.a * clamp(inside, 0.0, 1.0));
}
`;

/** What the layer keeps from one set of properties to the next. */
type SegmentState = {
  /** The pieces that are drawn. */
  tables?: SegmentTables;
  /** Those on their way to the graphics card. */
  coming?: SegmentTables;
  stopUpload?: () => void;
  colours?: Texture;
};

/**
 * Draws an index range of track pieces. The pieces lie in textures that are uploaded once; a frame changes the
 * first index and the count, two numbers, however many reports there are. Picking is done elsewhere.
 */
export class SegmentLayer extends LineLayer<unknown, SegmentLayerProps> {
  static override layerName = 'SegmentLayer';
  static override defaultProps = defaultProps as DefaultProps<LineLayerProps>;

  declare state: LineLayer['state'] & SegmentState;

  override getShaders(): object {
    const shaders = super.getShaders() as { modules: readonly object[] };
    return {
      ...shaders,
      vs: VERTEX_SHADER,
      fs: FRAGMENT_SHADER,
      modules: [...shaders.modules, segmentModule],
    };
  }

  /** The pieces come from textures, so there are no attributes by instance. */
  override initializeState(): void {}

  override getBounds(): null {
    return null;
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params);
    const { props, oldProps } = params;
    const { device } = this.context;
    if (props.segments !== oldProps.segments) upload(this.state, device, props);
    if (props.colours !== oldProps.colours) {
      this.state.colours?.destroy();
      this.setState({ colours: colourTable(device, props.colours) });
    }
  }

  override draw(): void {
    const { model, tables, colours } = this.state;
    if (!model || !tables || !colours) return;
    const { fromMs, toMs, widthPx, colourBy } = this.props;
    const { first, count } = segmentRange(tables.segments, fromMs, toMs);
    if (count === 0) return;
    model.setInstanceCount(count);
    model.shaderInputs.setProps({
      segment: {
        first,
        widthPx,
        bySpeed: Number(colourBy === 'speed'),
        colourCount: this.props.colours.length,
      },
    });
    model.setBindings({
      segmentPlaces: tables.places,
      segmentTraits: tables.traits,
      segmentColours: colours,
    });
    model.draw(this.context.renderPass);
  }

  override finalizeState(context: SegmentLayer['context']): void {
    super.finalizeState(context);
    this.state.stopUpload?.();
    this.state.coming?.destroy();
    this.state.tables?.destroy();
    this.state.colours?.destroy();
  }
}

/** Uploads pieces beside those that are drawn, and puts them in their place when they are whole. */
function upload(state: SegmentState, device: Device, { segments, onWhole }: SegmentLayerProps): void {
  state.stopUpload?.();
  state.coming?.destroy();
  const coming = new SegmentTables(device, segments);
  state.coming = coming;
  state.stopUpload = inSlices(coming.upload(), () => {
    state.tables?.destroy();
    state.tables = coming;
    delete state.coming;
    onWhole?.(segments);
  });
}
