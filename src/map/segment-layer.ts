import type { DefaultProps, UpdateParameters } from '@deck.gl/core';
import { LineLayer, type LineLayerProps } from '@deck.gl/layers';
import type { Rgb } from './palette.ts';
import type { Segments } from './segments.ts';

/** Texels in a row of the textures that hold the pieces. */
const ROW = 2048;

type Device = SegmentLayer['context']['device'];
type Texture = ReturnType<Device['createTexture']>;

/** Properties of `SegmentLayer`. */
export interface SegmentLayerProps {
  /** The pieces, uploaded once. */
  segments: Segments;
  /** Index of the first piece drawn; `data.length` says how many follow. */
  first: number;
  /** A colour for each ship, or for even steps of speed up to `fullSpeedKn`. Replaced as a whole when it changes. */
  colours: readonly Rgb[];
  /** Speed of the last colour, knots; null colours by ship. */
  fullSpeedKn: number | null;
  /** Breadth, CSS pixels. */
  widthPx: number;
}

const defaultProps: DefaultProps<SegmentLayerProps> = {
  segments: {
    type: 'object',
    value: {
      count: 0,
      epochMs: 0,
      endSec: new Uint32Array(),
      places: new Float32Array(),
      traits: new Float32Array(),
    },
  },
  first: { type: 'number', value: 0 },
  colours: { type: 'object', value: [] },
  fullSpeedKn: { type: 'object', value: null },
  widthPx: { type: 'number', value: 1 },
};

const UNIFORMS = `\
layout(std140) uniform segmentUniforms {
  highp int first;
  float widthPx;
  float fullSpeedKn;
  float colourCount;
} segment;
`;

const segmentModule = {
  name: 'segment',
  vs: UNIFORMS,
  fs: UNIFORMS,
  uniformTypes: { first: 'i32', widthPx: 'f32', fullSpeedKn: 'f32', colourCount: 'f32' },
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
  return texelFetch(table, ivec2(index % ${ROW}, index / ${ROW}), 0);
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

  float bySpeed = clamp(traits.y / segment.fullSpeedKn, 0.0, 1.0) * (segment.colourCount - 1.0);
  float colour = segment.fullSpeedKn > 0.0 ? bySpeed : mod(traits.x, segment.colourCount);
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

/**
 * Draws an index range of track pieces. The pieces lie in textures that are uploaded once; a frame changes the
 * first index and the count, two numbers, however many reports there are. Picking is done elsewhere.
 */
export class SegmentLayer extends LineLayer<unknown, SegmentLayerProps> {
  static override layerName = 'SegmentLayer';
  static override defaultProps = defaultProps as DefaultProps<LineLayerProps>;

  declare state: LineLayer['state'] & { places?: Texture; traits?: Texture; colours?: Texture };

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
    if (props.segments !== oldProps.segments) {
      this.state.places?.destroy();
      this.state.traits?.destroy();
      this.setState({
        places: tableOf(device, 'rgba32float', props.segments.places, 4),
        traits: tableOf(device, 'rg32float', props.segments.traits, 2),
      });
    }
    if (props.colours !== oldProps.colours) {
      this.state.colours?.destroy();
      const bytes = new Uint8Array(props.colours.flatMap(colour => [...colour, 255]));
      this.setState({ colours: tableOf(device, 'rgba8unorm', bytes, 4) });
    }
  }

  override draw(): void {
    const { model, places, traits, colours } = this.state;
    if (!model || !places || !traits || !colours || this.getNumInstances() === 0) return;
    const { first, widthPx, fullSpeedKn } = this.props;
    model.shaderInputs.setProps({
      segment: { first, widthPx, fullSpeedKn: fullSpeedKn ?? 0, colourCount: this.props.colours.length },
    });
    model.setBindings({ segmentPlaces: places, segmentTraits: traits, segmentColours: colours });
    model.draw(this.context.renderPass);
  }

  override finalizeState(context: SegmentLayer['context']): void {
    super.finalizeState(context);
    this.state.places?.destroy();
    this.state.traits?.destroy();
    this.state.colours?.destroy();
  }
}

/** A table of values as a texture, `ROW` entries a row; the last row is filled up with zeros. */
function tableOf(
  device: Device,
  format: 'rgba32float' | 'rg32float' | 'rgba8unorm',
  values: Float32Array | Uint8Array,
  perEntry: number,
): Texture {
  const height = Math.max(1, Math.ceil(values.length / perEntry / ROW));
  const data =
    values instanceof Uint8Array
      ? new Uint8Array(height * ROW * perEntry)
      : new Float32Array(height * ROW * perEntry);
  data.set(values);
  return device.createTexture({
    format,
    width: ROW,
    height,
    data,
    sampler: { minFilter: 'nearest', magFilter: 'nearest' },
  });
}
