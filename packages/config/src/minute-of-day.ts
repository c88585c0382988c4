/** Minutes since midnight of a time of day `HH:MM`: `"14:00"` → 840. For `lockTimeOf` of the domain. */
export function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
