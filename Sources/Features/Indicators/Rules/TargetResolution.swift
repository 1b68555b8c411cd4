/// A target worked out to a level that a figure can be held against.
enum TargetResolution: Hashable, Sendable {
  /// The level, unrounded.
  case level(Ratio)
  /// The basis is not stated and the two readings differ.
  case unresolved(chained: Ratio, ofBaseline: Ratio)
  /// There is a change but no baseline to work from.
  case needsBaseline
  /// The plan says words in place of a number.
  case state(TargetState)
  /// The words are not understood.
  case unknown

  /// Works out the targets of a plan's years, in order, from its baseline.
  ///
  /// A chain is carried unrounded; a year without a number leaves it as it was.
  static func resolve(
    _ targets: [TargetStatement], baseline: TargetStatement?, basis: TargetBasis
  ) -> [TargetResolution] {
    let start = baseline?.level?.value.ratio
    var chained = start
    return targets.map { target in
      switch target.meaning {
      case .state(let state): return .state(state)
      case .unknown: return .unknown
      case .level(let level):
        chained = level.value.ratio
        return .level(level.value.ratio)
      case .change(let change):
        guard let start, let before = chained else { return .needsBaseline }
        let linked = before.changed(by: change)
        chained = linked
        let fixed = start.changed(by: change)
        switch basis {
        case .chained: return .level(linked)
        case .ofBaseline: return .level(fixed)
        case .absolute, .notStated:
          return linked == fixed ? .level(linked) : .unresolved(chained: linked, ofBaseline: fixed)
        }
      }
    }
  }

  /// The level, where there is one.
  var level: Ratio? {
    guard case .level(let level) = self else { return nil }
    return level
  }
}

extension Ratio {
  /// The value after a change in %.
  func changed(by percent: Figure) -> Ratio {
    self * (Ratio(1) + percent.ratio * Ratio(1, over: 100))
  }
}

/// Something about a target that a person should look at; it is accepted all the same.
enum TargetWarning: Hashable, Sendable {
  /// The target is on the wrong side of the baseline for what the plan wants.
  case worseThanBaseline(target: Ratio, baseline: Ratio, wanted: Polarity.Direction)
  /// The change printed beside the level is not the change from the baseline.
  case statedChangeDiffers(stated: Figure, computed: Ratio)
  /// The target is a share of more than the whole, as a sum of shares may be.
  case overWhole(Figure)

  /// What stands out about one resolved target.
  static func find(
    _ target: TargetStatement, resolved: TargetResolution, baseline: TargetStatement?,
    wanted: Polarity.Wanted
  ) -> [TargetWarning] {
    var found: [TargetWarning] = []
    if let share = target.level, share.unit == .percent, share.value > Figure(100) {
      found.append(.overWhole(share.value))
    }
    guard let start = baseline?.level?.value.ratio, let level = resolved.level else { return found }
    if case .direction(let direction) = wanted {
      let worse = direction == .higher ? level < start : level > start
      if worse {
        found.append(.worseThanBaseline(target: level, baseline: start, wanted: direction))
      }
    }
    if let stated = target.level?.statedChange {
      let computed = start.changed(by: stated)
      if computed.rounded(to: 0) != level.rounded(to: 0) {
        found.append(.statedChangeDiffers(stated: stated, computed: computed))
      }
    }
    return found
  }

  /// The warning in words for a page.
  var words: String {
    switch self {
    case .worseThanBaseline(let target, let baseline, let wanted):
      "The target, \(target.rounded(to: 2)), is \(wanted == .higher ? "below" : "above") the "
        + "baseline, \(baseline.rounded(to: 2)), though the plan wants it \(wanted.words)"
    case .statedChangeDiffers(let stated, let computed):
      "\(stated)% of the baseline would be \(computed.rounded(to: 2))"
    case .overWhole(let share):
      "\(share)% is more than the whole: is it a sum of shares?"
    }
  }
}

/// How far a figure is from its target.
struct TargetGap: Hashable, Sendable {
  let value: Ratio
  let target: Ratio
  let wanted: Polarity.Wanted

  /// The figure minus the target.
  var difference: Ratio { value - target }

  /// Whether the target is met; `nil` where the plan wants neither way.
  var isMet: Bool? {
    guard case .direction(let direction) = wanted else { return nil }
    return direction == .higher ? value >= target : value <= target
  }
}
