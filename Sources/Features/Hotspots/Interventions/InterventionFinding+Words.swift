internal import Design
internal import Kernel
internal import Statistics

extension InterventionFinding {
  /// The finding in a sentence.
  var headline: String {
    guard let displacement else {
      return "The control had no incidents before or after: nothing can be measured"
    }
    guard let effect = displacement.relativeEffect(of: target) else {
      return "Too few incidents in the target to say anything"
    }
    guard effect.isFall else {
      return "The target did no better than the control, beyond what chance may give"
    }
    return
      "The target fell by \(percent(1 - effect.ratio)) against the control; chance alone would "
      + "seldom give as much"
  }

  /// What each area did, and what it may mean, in sentences.
  var sentences: [String] {
    guard let displacement else { return [] }
    return [
      words("The target", displacement.relativeEffect(of: target)),
      words("The buffer round it", displacement.relativeEffect(of: buffer)), quotient(displacement),
      "Intervals take incidents as independent. They come in bursts, so the true ones are wider.",
    ]
  }

  private func words(_ name: String, _ effect: RelativeEffect?) -> String {
    guard let effect else { return "\(name) had none before or after: no comparison." }
    let (low, high) = (change(effect.interval.upper - 1), change(effect.interval.lower - 1))
    let verdict =
      effect.isFall
      ? "a fall beyond chance"
      : effect.isRise ? "a rise beyond chance" : "which chance may give"
    return "\(name) changed by \(change(effect.ratio - 1)) against the control "
      + "(95% interval \(high) to \(low)): \(verdict)."
  }

  private func quotient(_ displacement: Displacement) -> String {
    let target = displacement.relativeEffect(of: target)
    guard let quotient = displacement.weightedQuotient, target?.isFall == true else {
      return "There is no fall beyond chance in the target, so nothing can have moved from it or "
        + "spread."
    }
    let number = NumberText.decimal(quotient, places: 2)
    let meaning =
      switch displacement.finding {
      case .diffusionBeyondEffect: "the buffer gained more than the target"
      case .diffusion: "the buffer gained too: the benefit spread"
      case .neither: "the buffer did as the control did"
      case .displacement: "some of what was prevented moved into the buffer"
      case .displacementBeyondEffect: "more moved into the buffer than was prevented"
      case .noEffect: "there is nothing to spread"
      }
    let buffer = displacement.relativeEffect(of: buffer)
    let doubt =
      buffer?.isFall == true || buffer?.isRise == true
      ? "The buffer's own change is beyond chance."
      : "The buffer's own change may be chance, so this is a hint at most."
    return "The weighted displacement quotient is \(number): \(meaning). It has no interval of its "
      + "own. \(doubt)"
  }

  /// Incidents prevented in the target and the buffer together, in words.
  var net: String {
    guard let displacement else { return "Not known" }
    let whole = Int(displacement.totalNetEffect.rounded())
    return whole >= 0
      ? "About \(NumberText.whole(whole)) fewer than the control would lead one to expect"
      : "About \(NumberText.whole(-whole)) more than the control would lead one to expect"
  }

  private func percent(_ share: Double) -> String { NumberText.percent(share * 100) }
  private func change(_ share: Double) -> String {
    NumberText.percentChange(share * 100, places: 0)
  }
}
