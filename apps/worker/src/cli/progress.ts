import cliProgress from 'cli-progress';

/** Progress of a long piece of work. */
export type Progress = { readonly update: (done: number, total: number) => void; readonly stop: () => void };

/** Shows progress as a bar on a terminal, otherwise as one line per 10 %. */
export function createProgress(stream: NodeJS.WriteStream, label: string): Progress {
  return stream.isTTY ? createBar(stream, label) : createLines(stream, label);
}

function createBar(stream: NodeJS.WriteStream, label: string): Progress {
  const bar = new cliProgress.SingleBar(
    { format: `${label} {bar} {value}/{total} · {eta_formatted} left`, stream, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  let isStarted = false;
  return {
    update: (done, total) => {
      if (!isStarted) bar.start(total, 0);
      isStarted = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => {
      if (isStarted) bar.stop();
    },
  };
}

function createLines(stream: NodeJS.WriteStream, label: string): Progress {
  let tenthsShown = 0;
  return {
    update: (done, total) => {
      const tenths = total === 0 ? 10 : Math.floor((10 * done) / total);
      if (tenths <= tenthsShown) return;
      tenthsShown = tenths;
      stream.write(`${label} ${done}/${total}\n`);
    },
    stop: () => {},
  };
}
