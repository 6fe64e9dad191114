import fc from 'fast-check';
import {
  lagFor,
  leastSquares,
  levelChange,
  meanOf,
  neweyWest,
  sampleOf,
  studentBelow,
  studentQuantile,
  welch,
} from '../../src/answers/statistics';

/** Within half a unit of the last digit that was published. */
const published = (digits: number) => 0.5 * 10 ** -digits * (1 + 1e-9);
const expectNear = (own: number, value: number, digits: number) =>
  expect(Math.abs(own - value)).toBeLessThanOrEqual(published(digits));

/**
 * Worked examples that others have published, each with its data:
 *
 * 1. Student (W. S. Gosset), "The Probable Error of a Mean", Biometrika 6 (1908): extra hours of sleep under two drugs, in R's
 *    data set `sleep`; the numbers are those of `t.test(extra ~ group, data = sleep)` on R's help page of t.test
 *    (https://stat.ethz.ch/R-manual/R-devel/library/stats/html/t.test.html), with all digits in the tests of the R package
 *    parameters (easystats).
 * 2. NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.3 "Two-Sample t-Test for Equal Means", data AUTO83B (miles per
 *    gallon of cars made in the United States and in Japan); the numbers without equal variances are those that Boost.Math
 *    gives for it ("Comparing the means of two samples with the Students-t test").
 * 3. W. H. Greene, Econometric Analysis, 2nd edition (Macmillan, 1993), Tables 15.1 and 15.2 and Example 15.3: real investment
 *    in the United States 1964 to 1982; the numbers are the reference output of the R package sandwich 3.1-1
 *    (A. Zeileis, "Econometric Computing with HC and HAC Covariance Matrix Estimators", Journal of Statistical Software 11(10),
 *    2004), file tests/Examples/sandwich-Ex.Rout.save.
 * 4. The same package's small sample correction, as statsmodels holds itself to it (statsmodels/stats/tests/test_sandwich.py,
 *    `test_hac_simple`: US macroeconomic data, n = 202, k = 3, lag 4).
 * 5. NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2 "Critical Values of the Student's t Distribution".
 */
describe('published worked examples', () => {
  const sleep = {
    first: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
    second: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
  };

  it('Welch: Student’s sleep data, as R gives it', () => {
    const found = welch(sampleOf(sleep.second), sampleOf(sleep.first));
    expectNear(meanOf(sleep.first), 0.75, 2);
    expectNear(meanOf(sleep.second), 2.33, 2);
    expectNear(found.estimate / found.standardError, -1.86081346748685, 13);
    expectNear(found.degreesOfFreedom, 17.7764735161785, 12);
    expectNear(found.low, -3.36548323071171, 12);
    expectNear(found.high, 0.20548323071171, 12);
    expectNear(2 * (1 - studentBelow(1.86081346748685, found.degreesOfFreedom)), 0.0793941401873582, 12);
  });

  it('Welch: miles per gallon of 249 and 79 cars, from NIST', () => {
    const unitedStates = { count: 249, mean: 20.14458, variance: 6.4147 ** 2 };
    const japan = { count: 79, mean: 30.48101, variance: 6.10771 ** 2 };
    const found = welch(japan, unitedStates);
    // Its input is rounded to five decimals, which moves the last digit.
    expectNear(found.estimate / found.standardError, -12.94627, 4);
    expectNear(found.degreesOfFreedom, 136.87499, 3);
  });

  describe('Newey–West: Greene’s investment equation, as sandwich gives it', () => {
    const price = [
      0.7167, 0.7277, 0.7436, 0.7676, 0.7906, 0.8254, 0.8679, 0.9145, 0.9601, 1.0, 1.0575, 1.1508, 1.2579, 1.3234,
      1.4005, 1.5042, 1.6342, 1.7842, 1.9514, 2.0688,
    ];
    const product = [
      596.7, 637.7, 691.1, 756.0, 799.6, 873.4, 944.0, 992.7, 1077.6, 1185.9, 1326.4, 1434.2, 1549.2, 1718.0, 1918.3,
      2163.9, 2417.8, 2631.7, 2954.1, 3073.0,
    ];
    const investment = [
      90.9, 97.4, 113.5, 125.7, 122.8, 133.3, 149.3, 144.2, 166.4, 195.0, 229.8, 228.7, 206.1, 257.9, 324.1, 386.6,
      423.0, 401.9, 474.9, 414.5,
    ];
    const interest = [
      3.23, 3.55, 4.04, 4.5, 4.19, 5.16, 5.87, 5.95, 4.88, 4.5, 6.44, 7.83, 6.25, 5.5, 5.46, 7.46, 10.28, 11.77, 13.42,
      11.02,
    ];
    const years = price.map((_, year) => year).slice(1);
    const read = (list: number[], year: number) => list[year] as number;
    const rows = years.map((year) => {
      const inflation = (100 * (read(price, year) - read(price, year - 1))) / read(price, year - 1);
      return [1, read(product, year) / read(price, year), read(interest, year) - inflation];
    });
    const fit = leastSquares(
      rows,
      years.map((year) => read(investment, year) / read(price, year)),
    );

    it('the coefficients and their plain covariance', () => {
      const [constant = 0, growth = 0, rate = 0] = fit.coefficients;
      expectNear(constant, -12.5336, 5);
      expectNear(growth, 0.16914, 5);
      expectNear(rate, -1.00144, 5);
      const squares = fit.residuals.reduce((sum, residual) => sum + residual ** 2, 0) / 16;
      expectNear(Math.sqrt(squares), 17.21, 2);
      expectNear((fit.bread[0]?.[0] ?? 0) * squares, 620.770617, 6);
      expectNear((fit.bread[2]?.[1] ?? 0) * squares, -0.01145679, 8);
    });

    it('the covariance at lag 4', () => {
      const expected = [
        ['359.4170681', '-0.3115505035', '-4.089319305'],
        ['-0.3115505', '0.0002805888', '-0.005355931'],
        ['-4.0893193', '-0.0053559312', '11.171472998'],
      ];
      const covariance = neweyWest(fit, 4);
      for (const [i, row] of expected.entries()) {
        for (const [j, text] of row.entries()) {
          expectNear(covariance[i]?.[j] ?? Number.NaN, Number(text), (text.split('.')[1] ?? '').length);
        }
      }
    });
  });

  it('the small sample’s correction is n / (n - k)', () => {
    expectNear(1.406438998786788 / 1.3855512908840137, 202 / (202 - 3), 14);
    const [before, after] = [
      [3, 5, 4, 6, 5, 4],
      [9, 8, 11, 10, 9, 12],
    ];
    const rows = [...before.map(() => [1, 0]), ...after.map(() => [1, 1])];
    const plain = neweyWest(leastSquares(rows, [...before, ...after]), 2)[1]?.[1] ?? 0;
    expect(levelChange(before, after, 2).standardError ** 2 / plain).toBeCloseTo(12 / 10, 12);
  });

  it('Student’s t: the table of NIST', () => {
    // Upper critical values for a probability of 0.975 below, by degrees of freedom.
    const table: [number, number][] = [
      [1, 12.706],
      [2, 4.303],
      [3, 3.182],
      [4, 2.776],
      [5, 2.571],
      [6, 2.447],
      [7, 2.365],
      [8, 2.306],
      [9, 2.262],
      [10, 2.228],
      [15, 2.131],
      [20, 2.086],
      [22, 2.074],
      [30, 2.042],
      [40, 2.021],
      [60, 2.0],
      [100, 1.984],
    ];
    for (const [degreesOfFreedom, value] of table) expectNear(studentQuantile(0.975, degreesOfFreedom), value, 3);
    const others: [number, number, number][] = [
      [0.9, 5, 1.476],
      [0.95, 12, 1.782],
      [0.99, 25, 2.485],
      [0.995, 30, 2.75],
    ];
    for (const [probability, degreesOfFreedom, value] of others)
      expectNear(studentQuantile(probability, degreesOfFreedom), value, 3);
  });
});

describe('what must hold for any numbers', () => {
  const values = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 6, maxLength: 40 });

  it('a quantile undoes the probability', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.51, max: 0.999, noNaN: true }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        (probability, degrees) =>
          expect(studentBelow(studentQuantile(probability, degrees), degrees)).toBeCloseTo(probability, 9),
      ),
    );
  });

  it('without dependence between points the two methods differ by their weights only', () => {
    fc.assert(
      fc.property(values, (list) => {
        const other = list.map((value) => value + 7);
        const [plain, robust] = [welch(sampleOf(list), sampleOf(other)), levelChange(list, other, 0)];
        expect(robust.estimate).toBeCloseTo(plain.estimate, 6);
        // At lag 0 the sandwich is White's, whose squares lack the n - 1 of each side that the correction gives back.
        expect(robust.standardError).toBeCloseTo(plain.standardError, 6);
      }),
    );
  });

  it('the sides swapped turn the interval round', () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        for (const compare of [
          (a: number[], b: number[]) => welch(sampleOf(a), sampleOf(b)),
          (a: number[], b: number[]) => levelChange(a, b, 0),
        ]) {
          const [there, back] = [compare(before, after), compare(after, before)];
          expect(back.estimate).toBeCloseTo(-there.estimate, 6);
          expect(back.low).toBeCloseTo(-there.high, 5);
          expect(back.high).toBeCloseTo(-there.low, 5);
        }
      }),
    );
  });
});

it('the lag grows slowly with the number of points', () => {
  expect([24, 36, 100, 240].map(lagFor)).toEqual([2, 3, 4, 4]);
});
