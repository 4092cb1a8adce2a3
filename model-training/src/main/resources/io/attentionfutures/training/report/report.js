'use strict';
(() => {
  const {run, metrics, search, epochs, heldOut} = JSON.parse(document.getElementById('data').textContent);
  const $ = (id) => document.getElementById(id);
  const MODEL = 'combination';
  const SIMPLE = ['naive', 'snaive24', 'snaive168', 'mean7d'];
  const markets = [...new Set(heldOut.results.map((r) => r.series))];
  const networks = run.settings.networks;
  let market = markets[0];
  let charts = [];

  const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colour = (i) => variable('--c' + (i % 12));
  const digits = (x, n = 4) => x == null || !isFinite(x) ? '–' : x.toLocaleString('en', {minimumSignificantDigits: n, maximumSignificantDigits: n});
  const fixed = (x, n = 4) => x == null ? '–' : x.toFixed(n);
  const percent = (x, n = 1) => x == null ? '–' : (100 * x).toFixed(n) + ' %';
  const time = (s) => s < 60 ? s.toFixed(1) + ' s' : Math.floor(s / 60) + ' min ' + Math.round(s % 60) + ' s';

  function element(tag, text, parent, className) {
    const e = document.createElement(tag);
    if (text != null) e.textContent = text;
    if (className) e.className = className;
    if (parent) parent.append(e);
    return e;
  }

  /** Columns: [head, value of a row, whether it is text]. */
  function table(node, columns, rows, chosen) {
    node.replaceChildren();
    const head = element('tr', null, element('thead', null, node));
    columns.forEach(([name, , text]) => element('th', name, head, text ? 'text' : ''));
    const body = element('tbody', null, node);
    rows.forEach((row) => {
      const tr = element('tr', null, body, chosen && chosen(row) ? 'chosen' : '');
      columns.forEach(([, value, text]) => element('td', value(row), tr, text ? 'text' : ''));
    });
  }

  function axis(label, more) {
    return {label, stroke: variable('--quiet'), font: '12px system-ui', labelFont: '12px system-ui', labelSize: 22,
      grid: {stroke: variable('--grid'), width: 1}, ticks: {stroke: variable('--line'), width: 1}, ...more};
  }

  /** Hours of the day, and the date at midnight. */
  function hours(u, splits) {
    return splits.map((s) => {
      const text = new Date(s * 1000).toISOString();
      return text.slice(11, 16) === '00:00' ? text.slice(5, 10) : text.slice(11, 16);
    });
  }

  function chart(node, options, data, title) {
    const box = element('div', null, node);
    const width = () => Math.max(260, node.clientWidth);
    if (title) box.before(element('h3', title));
    const plot = new uPlot({width: width(), height: 280, cursor: {points: {size: 6}},
      legend: {markers: {fill: (u, i) => (u.series[i].stroke ? u.series[i].stroke(u, i) : null)}}, ...options}, data, box);
    charts.push({plot, resize: () => plot.setSize({width: width(), height: options.height || 280})});
  }

  const results = () => heldOut.results.filter((r) => r.series === market);
  const isSimple = (r) => SIMPLE.includes(r.forecaster);
  const isNetwork = (r) => networks.includes(r.forecaster);
  /** The combination first, then networks, the simple forecasters and the others; each keeps its look in all charts. */
  const ranked = () => [(r) => r.forecaster === MODEL, isNetwork, isSimple, (r) => r.forecaster !== MODEL && !isNetwork(r) && !isSimple(r)]
    .flatMap((group) => results().filter(group));
  function look(r) {
    const rank = ranked().findIndex((other) => other.forecaster === r.forecaster);
    const style = {stroke: colour(rank), width: rank === 0 ? 3.2 : 1.7};
    if (isSimple(r)) style.dash = [7, 4];
    else if (rank > 0 && !isNetwork(r)) style.dash = [2, 3];
    return style;
  }

  function tiles() {
    const node = $('tiles');
    node.replaceChildren();
    const tile = (value, label) => {
      const t = element('div', null, node, 'tile');
      element('b', value, t);
      element('span', label, t);
    };
    const model = results().find((r) => r.forecaster === MODEL);
    if (model) {
      const simple = results().filter(isSimple).reduce((a, b) => (b.mae < a.mae ? b : a));
      tile(fixed(model.mase, 3), 'MASE of the combination');
      tile(percent(1 - model.mae / simple.mae), `less error than ${simple.forecaster}, the best simple forecaster`);
      tile(percent(model.coverage90), 'of windows inside the 90 % interval');
    }
    tile(time(metrics.seconds), `for ${metrics.trials} ${metrics.trials === 1 ? 'trial' : 'trials'} on ${run.machine.cores} cores`);
  }

  function comparison() {
    const rows = ranked();
    const least = Math.min(...rows.map((r) => r.mae));
    table($('comparison'), [
      ['forecaster', (r) => r.forecaster + (r.mae === least ? ' ★' : ''), true],
      ['MAE (units)', (r) => digits(r.mae)], ['RMSE (units)', (r) => digits(r.rmse)],
      ['MASE', (r) => fixed(r.mase)], ['WAPE', (r) => percent(r.wape)],
      ['pinball (units)', (r) => digits(r.pinball)], ['inside 90 %', (r) => percent(r.coverage90)],
      ['origins', (r) => r.origins.toLocaleString('en')],
    ], rows, (r) => r.forecaster === MODEL);
  }

  function horizon() {
    const rows = ranked();
    const node = $('horizon');
    node.replaceChildren();
    const x = rows[0].maeByHorizon.map((_, h) => h + 1);
    chart(node, {
      height: 340,
      scales: {x: {time: false}, y: {range: (u, low, high) => [0, high * 1.08]}},
      axes: [axis('windows ahead'), axis('mean absolute error (units)', {size: 62})],
      series: [{label: 'windows ahead'}, ...rows.map((r) => ({
        label: r.forecaster, ...look(r), points: {show: false}, value: (u, v) => digits(v)}))],
    }, [x, ...rows.map((r) => r.maeByHorizon)]);
  }

  function samples() {
    const node = $('samples');
    node.replaceChildren();
    heldOut.samples.filter((s) => s.series === market).forEach((s) => {
      const x = s.actual.map((_, i) => (s.startMillis + i * s.periodMillis) / 1000);
      const ahead = (values) => x.map((_, i) => (i < s.known ? null : values[i - s.known]));
      const box = element('div', null, node, 'chart');
      const origin = new Date(s.startMillis + s.known * s.periodMillis).toISOString().slice(0, 16).replace('T', ' ');
      chart(box, {
        height: 250,
        tzDate: (ts) => uPlot.tzDate(new Date(ts * 1e3), 'Etc/UTC'),
        scales: {y: {range: (u, low, high) => [Math.min(0, low), high * 1.08]}},
        axes: [axis(null, {values: hours}), axis('demand (units)', {size: 62})],
        bands: [{series: [4, 3], fill: variable('--band')}],
        series: [{label: 'time', value: '{YYYY}-{MM}-{DD} {HH}:{mm}'},
          {label: 'actual', stroke: variable('--text'), width: 1.6, points: {show: false}, value: (u, v) => digits(v)},
          {label: 'forecast', stroke: colour(0), width: 2.4, points: {show: false}, value: (u, v) => digits(v)},
          {label: '5 %', stroke: variable('--band'), width: 1, points: {show: false}, value: (u, v) => digits(v)},
          {label: '95 %', stroke: variable('--band'), width: 1, points: {show: false}, value: (u, v) => digits(v)}],
      }, [x, s.actual, ahead(s.mean), ahead(s.low), ahead(s.high)], 'Known until ' + origin);
    });
  }

  function calibration() {
    const rows = ranked().filter((r) => r.shareBelow && !isSimple(r));
    const node = $('calibration');
    node.replaceChildren();
    const p = heldOut.probabilities;
    const x = [0, ...p, 1];
    chart(node, {
      height: 340,
      scales: {x: {time: false, range: [0, 1]}, y: {range: [0, 1]}},
      axes: [axis('nominal probability'), axis('share of windows at or below', {size: 56})],
      series: [{label: 'nominal', value: (u, v) => fixed(v, 2)},
        {label: 'true', stroke: variable('--quiet'), width: 1, dash: [4, 4], points: {show: false}, value: (u, v) => fixed(v, 2)},
        ...rows.map((r) => ({label: r.forecaster, ...look(r),
          points: {show: r.forecaster === MODEL, size: 7}, value: (u, v) => fixed(v, 3)}))],
    }, [x, x, ...rows.map((r) => [null, ...r.shareBelow, null])]);
    const pairs = p.map((low, i) => [i, p.length - 1 - i]).filter(([i, j]) => i < j);
    table($('intervals'), [
      ['interval', ([i, j]) => percent(p[j] - p[i], 0), true],
      ...rows.filter((r) => r.forecaster === MODEL || isNetwork(r)).map((r) => [r.forecaster + ' covers', ([i, j]) => percent(r.shareBelow[j] - r.shareBelow[i])]),
    ], pairs);
  }

  function losses() {
    const node = $('losses');
    node.replaceChildren();
    networks.forEach((network) => {
      const kept = metrics.networks.find((n) => n.name === network);
      const own = epochs.filter((e) => e.network === network && e.trial === kept.trial);
      const folds = [...new Set(own.map((e) => e.fold))].filter((f) => f >= 0).sort((a, b) => a - b);
      const last = Math.max(...own.map((e) => e.epoch));
      const x = Array.from({length: last + 1}, (_, e) => e);
      const of = (fold, what) => x.map((epoch) => {
        const e = own.find((o) => o.fold === fold && o.epoch === epoch);
        return e && e[what] != null ? e[what] : null;
      });
      const lines = [];
      folds.forEach((fold) => {
        const name = folds.length > 1 ? ' fold ' + (fold + 1) : '';
        lines.push([`validation${name}`, of(fold, 'validationLoss'), {stroke: colour(fold), width: 2.2}]);
        lines.push([`training${name}`, of(fold, 'loss'), {stroke: colour(fold), width: 1.3, dash: [5, 4]}]);
      });
      if (own.some((e) => e.fold < 0)) {
        lines.push(['training, final fit', of(-1, 'loss'), {stroke: variable('--text'), width: 1.3, dash: [2, 3]}]);
      }
      const box = element('div', null, node, 'chart');
      chart(box, {
        height: 300,
        scales: {x: {time: false}},
        axes: [axis('epoch', {incrs: [1, 2, 5, 10, 20, 50, 100]}), axis('error (series’ scale)', {size: 62})],
        series: [{label: 'epoch'}, ...lines.map(([label, , style]) => ({label, ...style, spanGaps: true,
          points: {show: last < 2}, value: (u, v) => fixed(v)}))],
      }, [x, ...lines.map(([, values]) => values)], `${network.toUpperCase()}, trial ${kept.trial + 1}, kept after epoch ${kept.epochs}`);
    });
  }

  function trials() {
    $('search-summary').textContent = `${search.trials.length} tried; the search ended because: ${search.ended}. `
      + 'The error is the smallest mean validation error over the folds; the trials in bold were kept.';
    table($('trials'), [
      ['trial', (t) => t.trial.index + 1], ['network', (t) => t.trial.network, true],
      ['hidden', (t) => t.trial.parameters.hidden], ['batch', (t) => t.trial.parameters.batch],
      ['learning rate', (t) => t.trial.parameters.learningRate],
      ['weight decay', (t) => t.trial.parameters.weightDecay.toExponential(1)],
      ['augmentation', (t) => t.trial.parameters.augmentation],
      ['epochs', (t) => t.epochs], ['best epoch', (t) => t.bestEpoch],
      ['error', (t) => fixed(t.error)], ['computing', (t) => time(t.seconds)],
      ['outcome', (t) => t.outcome.toLowerCase(), true],
    ], [...search.trials].sort((a, b) => a.error - b.error),
    (t) => metrics.networks.some((n) => n.trial === t.trial.index));
  }

  function parameters() {
    const rows = [];
    const flatten = (prefix, value) => {
      if (value && typeof value === 'object' && !Array.isArray(value)) {
        Object.entries(value).forEach(([k, v]) => flatten(prefix ? prefix + '.' + k : k, v));
      } else {
        rows.push([prefix, Array.isArray(value) ? value.join(' ') : value === '' ? '–' : String(value)]);
      }
    };
    flatten('', run);
    table($('parameters'), [['parameter', (r) => r[0], true], ['value', (r) => r[1], true]], rows);
  }

  function draw() {
    charts.forEach(({plot}) => plot.destroy());
    charts = [];
    document.querySelectorAll('[data-held-out]').forEach((s) => { s.hidden = !market; });
    tiles();
    if (market) {
      comparison();
      horizon();
      samples();
      calibration();
    }
    losses();
    trials();
    parameters();
    $('markets').querySelectorAll('button').forEach((b) => b.setAttribute('aria-pressed', b.textContent === market));
  }

  document.title = 'Training run ' + run.id;
  $('id').textContent = run.id;
  $('summary').textContent = `${metrics.model}. ${run.data.windows.toLocaleString('en')} windows of ${run.data.periodSeconds / 60} min `
    + `of ${run.data.series.join(', ')}; data ${run.data.sha256.slice(0, 12)}; ${run.startedAt} to ${run.endedAt}`
    + (run.resumed ? `, resumed ${run.resumed} times.` : '.');
  if (markets.length > 1) {
    $('markets').hidden = false;
    markets.forEach((m) => element('button', m, $('markets')).addEventListener('click', () => { market = m; draw(); }));
  }
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  addEventListener('resize', () => charts.forEach(({resize}) => resize()));
})();
