/// What happened around a target area after something was done in it: displacement, or diffusion
/// of the benefit.
///
/// Counts of a target area, of a buffer around it and of a control area, before and after, over
/// periods of equal length. Buffer and control must be chosen before the result is known, must not
/// overlap, and the control must be out of reach of the effect; it stands for what would have
/// happened anyway.
///
/// - Note: Bowers & Johnson 2003, doi:10.1023/A:1024909009240; Clarke & Eck, *Crime Analysis for
///   Problem Solvers in 60 Small Steps*, step 51.
public struct Displacement: Sendable, Equatable {
  /// The events of one area before and after.
  public struct Area: Sendable, Equatable {
    /// Before, ≥ 0.
    public let before: Int
    /// After, ≥ 0.
    public let after: Int

    /// Two counts of periods of equal length.
    public init(before: Int, after: Int) { (self.before, self.after) = (before, after) }

    /// After less before.
    public var change: Int { after - before }
  }

  /// Where something was done.
  public let target: Area
  /// The surroundings it may have spread to.
  public let buffer: Area
  /// Where nothing was done.
  public let control: Area

  /// The three areas; `nil` with a count under 0, or without control events before or after, since
  /// everything is measured by them.
  public init?(target: Area, buffer: Area, control: Area) {
    let counts = [target, buffer, control].flatMap { [$0.before, $0.after] }
    guard counts.allSatisfy({ $0 >= 0 }), control.before > 0, control.after > 0 else { return nil }
    (self.target, self.buffer, self.control) = (target, buffer, control)
  }

  /// The change of the target, measured by the control: `A₁/C₁ − A₀/C₀`; under 0 is success.
  public var successMeasure: Double { relativeChange(target) }

  /// The change of the buffer, measured by the control: `B₁/C₁ − B₀/C₀`; over 0 points to
  /// displacement, under 0 to diffusion of the benefit.
  public var bufferMeasure: Double { relativeChange(buffer) }

  /// The weighted displacement quotient: ``bufferMeasure`` over ``successMeasure``.
  ///
  /// Over 0 the benefit spread (over 1 the buffer gained more than the target), under 0 events were
  /// displaced (under −1 more than were prevented). `nil` unless the target did better than the
  /// control, for then there is nothing to spread. It has no interval of its own: with few events it
  /// swings wildly.
  public var weightedQuotient: Double? {
    successMeasure < 0 ? bufferMeasure / successMeasure : nil
  }

  /// The buffer's change over the target's, the control left aside: `(B₁ − B₀) / (A₁ − A₀)`.
  ///
  /// The gross figure, right only where nothing else changed; `nil` unless the target fell.
  public var grossQuotient: Double? {
    target.change < 0 ? Double(buffer.change) / Double(target.change) : nil
  }

  /// Events prevented in the target, against what the control would have led one to expect:
  /// `A₀ C₁/C₀ − A₁`; under 0 where there were more.
  public var targetNetEffect: Double { netEffect(target) }

  /// Events prevented in the buffer, or under 0 those displaced into it.
  public var bufferNetEffect: Double { netEffect(buffer) }

  /// Events prevented in both together: the total net effect.
  public var totalNetEffect: Double { targetNetEffect + bufferNetEffect }

  /// What a quotient says, in the authors' bands.
  public var finding: Finding {
    guard let quotient = weightedQuotient else { return .noEffect }
    return switch quotient {
    case let value where value > 1: .diffusionBeyondEffect
    case let value where value > 0: .diffusion
    case 0: .neither
    case let value where value >= -1: .displacement
    default: .displacementBeyondEffect
    }
  }

  /// The bands of the weighted displacement quotient.
  public enum Finding: Sendable, Hashable, CaseIterable {
    /// The target did no better than the control; the quotient means nothing.
    case noEffect
    /// Over 1: the buffer gained more than the target.
    case diffusionBeyondEffect
    /// 0 to 1: the buffer gained too.
    case diffusion
    /// 0: the buffer did as the control did.
    case neither
    /// −1 to 0: some of what was prevented moved to the buffer.
    case displacement
    /// Under −1: more moved than was prevented.
    case displacementBeyondEffect
  }

  private func relativeChange(_ area: Area) -> Double {
    Double(area.after) / Double(control.after) - Double(area.before) / Double(control.before)
  }

  private func netEffect(_ area: Area) -> Double {
    Double(area.before) * Double(control.after) / Double(control.before) - Double(area.after)
  }
}
