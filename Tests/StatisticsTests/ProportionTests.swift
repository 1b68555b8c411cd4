import Testing

@testable import Statistics

@Suite("A share of a sample")
struct ProportionTests {
  private static let methods = [
    Proportion.wilson, Proportion.wilsonCorrected, Proportion.clopperPearson, Proportion.jeffreys,
    Proportion.agrestiCoull,
  ]

  @Test("needs a sample and no more counted than asked")
  func edges() {
    #expect(Proportion(0, of: 0) == nil)
    #expect(Proportion(4, of: 3) == nil)
    #expect(Proportion(-1, of: 3) == nil)
    #expect(Proportion(1, of: 3, designEffect: 0) == nil)
  }

  @Test("has intervals within 0 and 1, the same from either side")
  func symmetric() throws {
    for sample in [1, 2, 9, 60] {
      for count in 0...sample {
        let one = try #require(Proportion(count, of: sample))
        let other = try #require(Proportion(sample - count, of: sample))
        for method in Self.methods {
          let (a, b) = (method(one)(.p95), method(other)(.p95))
          #expect(a.lower >= 0 && a.upper <= 1 && a.lower < a.upper)
          #expect(isClose(a.lower, 1 - b.upper, absolute: 1e-12))
        }
        #expect(one.clopperPearson().contains(one.value) && one.wilson().contains(one.value))
      }
    }
  }

  @Test("has a narrower interval in a larger sample and a wider one with a design effect")
  func monotone() throws {
    var last = 1.0
    for times in 1...50 {
      let interval = try #require(Proportion(3 * times, of: 10 * times)).wilson()
      #expect(interval.upper - interval.lower < last)
      last = interval.upper - interval.lower
    }
    let clustered = try #require(Proportion(300, of: 1000, designEffect: 2)).wilson()
    let half = try #require(Proportion(150, of: 500)).wilson()
    #expect(isClose(clustered, [half.lower, half.upper]))
  }

  @Test("differs from another by as much as that from it")
  func difference() throws {
    let one = try #require(Proportion(12, of: 40))
    let other = try #require(Proportion(30, of: 50))
    let (there, back) = (one.difference(from: other), other.difference(from: one))
    #expect(there.value == -back.value)
    #expect(isClose(there.interval.lower, -back.interval.upper))
    #expect(one.difference(from: one).interval.contains(0))
  }
}
