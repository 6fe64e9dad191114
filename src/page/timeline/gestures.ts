import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3-zoom';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { lengthOf, type Stretch } from './days';
import { leastDays } from './stretch';

export type Gestures = {
  /** What is dragged and zoomed in. */
  scene: RefObject<HTMLDivElement | null>;
  /** What moves with the finger: a picture of the stretch, as drawn when it last stood still. */
  world: RefObject<HTMLDivElement | null>;
  width: number;
  extent: Stretch;
  /** The stretch that is drawn. */
  stretch: Stretch;
  /** Told when the hand rests, or has gone so far that more must be drawn. */
  onMove: (stretch: Stretch) => void;
};

/**
 * Dragging, pinching, the wheel. While a gesture lasts, only one layer is moved as it is; the picture is laid out and
 * drawn anew when it rests.
 */
export function useGestures({ scene, world, width, extent, stretch, onMove }: Gestures): void {
  const latest = useRef({ stretch, onMove });
  latest.current = { stretch, onMove };
  const isReady = width > 0;

  useEffect(() => {
    const element = scene.current;
    if (!element || !isReady) return;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      clearTimeout(resting);
      latest.current.onMove(stretchOf(zoomTransform(element), extent, width));
    };
    const moved = ({ transform }: D3ZoomEvent<HTMLDivElement, unknown>) => {
      clearTimeout(resting);
      const drawn = transformOf(latest.current.stretch, extent, width);
      show(world.current, transform, drawn);
      const scale = transform.k / drawn.k;
      const hasLeft = Math.abs(transform.x - drawn.x * scale) > width * overscan * 0.8;
      if (hasLeft && Math.abs(scale - 1) < 1e-6) rest();
    };
    const ended = ({ sourceEvent }: D3ZoomEvent<HTMLDivElement, unknown>) => {
      if (sourceEvent) rest();
      else resting = setTimeout(rest, restMs);
    };
    const behaviour = zoom<HTMLDivElement, unknown>()
      .extent([
        [0, 0],
        [width, 1],
      ])
      .translateExtent([
        [0, Number.NEGATIVE_INFINITY],
        [width, Number.POSITIVE_INFINITY],
      ])
      .scaleExtent([1, Math.max(1, lengthOf(extent) / leastDays)])
      .clickDistance(4)
      .filter((event: MouseEvent) => accepts(event, zoomTransform(element)))
      .on('zoom', moved)
      .on('end', ended);
    const target = select(element);
    target.call(behaviour);
    const slide = (event: WheelEvent) => {
      const along = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (!isAlong(event) || along === 0) return;
      event.preventDefault();
      behaviour.translateBy(target, -along / zoomTransform(element).k, 0);
    };
    element.addEventListener('wheel', slide, { passive: false });
    return () => {
      clearTimeout(resting);
      target.on('.zoom', null);
      element.removeEventListener('wheel', slide);
    };
  }, [isReady, width, extent, scene, world]);

  useLayoutEffect(() => {
    if (!scene.current || !isReady) return;
    // Where d3-zoom keeps how far an element is moved and scaled; set so, it tells nobody.
    select(scene.current).property('__zoom', transformOf(stretch, extent, width));
    if (world.current) world.current.style.transform = '';
  }, [stretch, extent, width, isReady, scene, world]);
}

/** How much is drawn beside what is looked at, on either side, in widths of the scene. */
export const overscan = 1;

const restMs = 140;

const transformOf = (stretch: Stretch, extent: Stretch, width: number): ZoomTransform => {
  const k = lengthOf(extent) / lengthOf(stretch);
  const x = ((extent.from - stretch.from) * width) / lengthOf(stretch);
  return zoomIdentity.translate(x, 0).scale(k);
};

const stretchOf = ({ k, x }: ZoomTransform, extent: Stretch, width: number): Stretch => {
  const from = extent.from - (x * lengthOf(extent)) / (width * k);
  return { from, to: from + lengthOf(extent) / k };
};

/** Moves the picture that was drawn at one place to another, stretched where the scale is another. */
function show(world: HTMLElement | null, now: ZoomTransform, drawn: ZoomTransform): void {
  if (!world) return;
  const scale = now.k / drawn.k;
  const along = now.x - drawn.x * scale;
  world.style.transform = scale === 1 ? `translate3d(${along}px,0,0)` : `translate3d(${along}px,0,0) scaleX(${scale})`;
}

/** A wheel that turns further out than all there is scrolls the page; sideways it goes along the time. */
function accepts(event: MouseEvent, { k }: ZoomTransform): boolean {
  if (event.type === 'wheel') {
    const wheel = event as WheelEvent;
    return !isAlong(wheel) && !(k <= 1.0001 && wheel.deltaY > 0);
  }
  return !event.button && !event.ctrlKey;
}

const isAlong = ({ shiftKey, deltaX, deltaY }: WheelEvent): boolean => shiftKey || Math.abs(deltaX) > Math.abs(deltaY);
