internal import Partnership

extension HotspotSummary {
  /// A kept map as other features see it.
  init(_ kept: KeptMap) {
    let (run, map) = (kept.run, kept.map)
    self.init(
      source: run.source, title: run.title, months: run.months, method: map.methodSentence,
      headline: map.headline, made: run.madeAt, path: HotspotRoute.run(run.id).path,
      spots: map.hotspots.map { spot in
        Spot(
          letter: spot.letter, place: spot.place, centre: spot.centre, count: spot.count,
          before: spot.before, life: spot.cycle.life ?? .new)
      })
  }
}
