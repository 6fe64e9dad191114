/** A sample of numbers, as much of it as its mean can be judged by. */
export interface Sample {
  count: number;
  mean: number;
  /** Sum of squared distances from the mean, over `count` - 1. */
  variance: number;
}

/** A difference of two means with its interval at 95 %. */
export interface Difference {
  estimate: number;
  standardError: number;
  degreesOfFreedom: number;
  low: number;
  high: number;
}

export function sampleOf(values: readonly number[]): Sample {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: values.length, mean, variance: squares / (values.length - 1) };
}

/** The second pass takes away what rounding left of the first. */
export function meanOf(values: readonly number[]): number {
  const rough = sumOf(values) / values.length;
  return rough + sumOf(values.map((value) => value - rough)) / values.length;
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Welch's interval for the mean of `after` less that of `before`: the variances may differ, the degrees of freedom are
 * Satterthwaite's. It takes the points of a sample as independent of each other.
 */
export function welch(before: Sample, after: Sample): Difference {
  const parts = [before, after].map(({ count, variance }) => ({ squared: variance / count, count }));
  const squaredError = sumOf(parts.map(({ squared }) => squared));
  const spread = sumOf(parts.map(({ squared, count }) => squared ** 2 / (count - 1)));
  // Two samples without any spread leave nothing to doubt.
  const degreesOfFreedom = spread === 0 ? before.count + after.count - 2 : squaredError ** 2 / spread;
  return intervalOf(after.mean - before.mean, Math.sqrt(squaredError), degreesOfFreedom);
}

/**
 * The step from one level to another, by least squares of a constant and an indicator of "after", with standard errors of
 * Newey and West (1987): Bartlett weights up to `lag`, times n / (n - 2) as the small sample's correction, and Student's t
 * with n - 2 degrees of freedom. The values of each side are in order of time.
 */
export function levelChange(before: readonly number[], after: readonly number[], lag: number): Difference {
  const rows = [...before.map(() => [1, 0]), ...after.map(() => [1, 1])];
  const fit = leastSquares(rows, [...before, ...after]);
  const degreesOfFreedom = rows.length - 2;
  const covariance = neweyWest(fit, lag);
  const variance = (covariance[1]?.[1] ?? 0) * (rows.length / degreesOfFreedom);
  return intervalOf(meanOf(after) - meanOf(before), Math.sqrt(Math.max(0, variance)), degreesOfFreedom);
}

/** How many points back a point may still depend on another: the rule of thumb of Newey and West (1994). */
export const lagFor = (count: number): number => Math.floor(4 * (count / 100) ** (2 / 9));

/** A linear model fitted to `y` by ordinary least squares; `rows` holds the regressors of each point. */
export interface Fit {
  rows: readonly (readonly number[])[];
  coefficients: number[];
  residuals: number[];
  /** The inverse of X'X. */
  bread: number[][];
}

export function leastSquares(rows: readonly (readonly number[])[], y: readonly number[]): Fit {
  const size = rows[0]?.length ?? 0;
  const bread = inverse(matrix(size, (i, j) => sumOf(rows.map((row) => at(row, i) * at(row, j)))));
  const moments = Array.from({ length: size }, (_, i) => sumOf(rows.map((row, t) => at(row, i) * at(y, t))));
  const coefficients = bread.map((row) => dot(row, moments));
  const residuals = rows.map((row, t) => at(y, t) - dot(row, coefficients));
  return { rows, coefficients, residuals, bread };
}

/** The covariance of a fit's coefficients after Newey and West (1987), without prewhitening and without correction. */
export function neweyWest({ rows, residuals, bread }: Fit, lag: number): number[][] {
  const scores = rows.map((row, t) => row.map((value) => value * at(residuals, t)));
  const meat = matrix(bread.length, (i, j) => {
    let sum = 0;
    for (let distance = 0; distance <= lag; distance++) {
      const weight = 1 - distance / (lag + 1);
      for (let t = distance; t < scores.length; t++) {
        const [now, then] = [scores[t] ?? [], scores[t - distance] ?? []];
        const product = at(now, i) * at(then, j);
        sum += weight * (distance === 0 ? product : product + at(then, i) * at(now, j));
      }
    }
    return sum;
  });
  return times(times(bread, meat), bread);
}

/** What Student's t stays below with this probability; `degreesOfFreedom` need not be whole. */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  if (probability < 0.5) return -studentQuantile(1 - probability, degreesOfFreedom);
  let [low, high] = [0, 1];
  while (studentBelow(high, degreesOfFreedom) < probability) high *= 2;
  // Halved until two neighbouring numbers are left.
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (studentBelow(middle, degreesOfFreedom) < probability) low = middle;
    else high = middle;
  }
}

/** The probability that Student's t is at most `t`, for t of 0 and above. */
export const studentBelow = (t: number, degreesOfFreedom: number): number =>
  1 - incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2;

function intervalOf(estimate: number, standardError: number, degreesOfFreedom: number): Difference {
  const margin = standardError === 0 ? 0 : studentQuantile(0.975, degreesOfFreedom) * standardError;
  return { estimate, standardError, degreesOfFreedom, low: estimate - margin, high: estimate + margin };
}

/** The regularised incomplete beta function, by its continued fraction (Abramowitz and Stegun 26.5.8). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // On this side of the mean the fraction converges fast; the other side is its mirror.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x) - Math.log(a),
  );
  // Worked out from its innermost term, so that nothing has to be watched for convergence.
  let fraction = 1;
  for (let m = fractionDepth; m >= 1; m--) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m - 1) * (a + b + m - 1) * x) / ((a + 2 * m - 2) * (a + 2 * m - 1));
    fraction = 1 + odd / (1 + even / fraction);
  }
  return front / fraction;
}

// Enough for degrees of freedom up to several thousand; a window holds a few hundred points at most.
const fractionDepth = 200;

/** The logarithm of the gamma function by Stirling's series, which is exact enough from 10 on; below, one steps up to it. */
function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - 1 / (1680 * x ** 7) + 1 / (1188 * x ** 9);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;

const dot = (a: readonly number[], b: readonly number[]): number =>
  sumOf(a.map((value, index) => value * at(b, index)));

const matrix = (size: number, cell: (row: number, column: number) => number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => cell(i, j)));

const times = (a: number[][], b: number[][]): number[][] =>
  matrix(a.length, (i, j) => sumOf(b.map((row, k) => at(a[i] ?? [], k) * at(row, j))));

/** The inverse of a small matrix by elimination, the largest pivot first; regressors that depend on each other are an error. */
function inverse(of: number[][]): number[][] {
  const size = of.length;
  const rows = of.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    const rest = rows.slice(column);
    const pivot = rest.reduce((best, row) => (Math.abs(at(row, column)) > Math.abs(at(best, column)) ? row : best));
    if (at(pivot, column) === 0) throw new Error('Expected regressors that are independent of each other.');
    rows[column + rest.indexOf(pivot)] = rows[column] as number[];
    rows[column] = pivot.map((value) => value / at(pivot, column));
    for (const [i, row] of rows.entries()) {
      if (i === column) continue;
      rows[i] = row.map((value, j) => value - at(row, column) * at(rows[column] as number[], j));
    }
  }
  return rows.map((row) => row.slice(size));
}
