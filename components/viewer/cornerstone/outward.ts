/** Indices around `current` from near to far, after before before, without itself; at most `reach` of them. */
export function outward(current: number, count: number, reach: number): number[] {
  const order: number[] = [];
  for (let distance = 1; distance < count && order.length < reach; distance++) {
    if (current + distance < count) order.push(current + distance);
    if (current - distance >= 0) order.push(current - distance);
  }
  return order.slice(0, reach);
}
