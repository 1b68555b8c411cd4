/// The root of a rising function by Newton's method, held between two bounds by bisection.
///
/// - Parameters:
///   - start: where to begin; taken into the bounds.
///   - bounds: between which the root lies.
///   - function: the value and the slope at a point; an infinite value only says on which side.
/// - Returns: the root to about one part in 10¹⁵.
func newton(
  from start: Double, within bounds: ClosedRange<Double>,
  _ function: (Double) -> (value: Double, slope: Double)
) -> Double {
  var (low, high) = (bounds.lowerBound, bounds.upperBound)
  var point = min(max(start, low), high)
  for _ in 0..<200 {
    let (value, slope) = function(point)
    if value == 0 { break }
    if value < 0 { low = point } else { high = point }
    var next = point - value / slope
    if !(next > low && next < high) { next = low + (high - low) / 2 }
    let step = abs(next - point)
    point = next
    if step <= 1e-15 * max(abs(point), 1e-3) || high <= low { break }
  }
  return point
}
