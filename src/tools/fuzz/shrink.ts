/** So many readings may be spent on making one failing input small. */
const TRIES = 4000;

/**
 * The smallest input found that still fails: pieces are taken out, large ones first.
 * Delta debugging (Zeller), greedy and bounded.
 */
export async function shrink(
  bytes: Uint8Array,
  fails: (bytes: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> {
  let smallest = bytes;
  let triesLeft = TRIES;
  const accept = async (candidate: Uint8Array): Promise<boolean> => {
    if (triesLeft-- <= 0 || !(await fails(candidate))) return false;
    smallest = candidate;
    return true;
  };
  for (let before = -1; before !== smallest.length && triesLeft > 0; ) {
    before = smallest.length;
    for (let size = Math.ceil(before / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < smallest.length; ) {
        const isShorter = await accept(without(smallest, at, size));
        if (!isShorter) at += size;
      }
    }
  }
  return smallest;
}

function without(bytes: Uint8Array, at: number, count: number): Uint8Array {
  const rest = bytes.subarray(at + count);
  const result = new Uint8Array(at + rest.length);
  result.set(bytes.subarray(0, at));
  result.set(rest, at);
  return result;
}
