/** Minutes since midnight of a time of day `HH:MM`: `"14:00"` → 840. For `toLockTime` of the domain. */
export function toMinuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
