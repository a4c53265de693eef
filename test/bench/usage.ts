/** `cpuSeconds`: all that the process has taken so far, on every core. */
export type Usage = { rssMiB: number; peakMiB: number; cpuSeconds: number };

/** What this process has taken so far. */
export function usage(): Usage {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
  return { rssMiB: process.memoryUsage.rss() / 1_048_576, peakMiB: maxRSS / 1_024, cpuSeconds };
}
