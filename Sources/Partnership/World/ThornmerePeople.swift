import Kernel

/// Draws how many people live in the demonstration's borough, by area and year.
enum ThornmerePeople {
  private static let years = 7

  static func draw(
    _ world: World, smallAreas: [WorldArea], wards: [WorldArea], borough: WorldArea,
    wardOfSmallArea: [Int]
  ) -> [WorldPopulation] {
    var generator = world.generator(for: "people")
    let last = world.today.month.year - 1
    var rows: [WorldPopulation] = []
    var wardSums = Array(repeating: Array(repeating: (0, 0), count: years), count: wards.count)
    var sums = Array(repeating: (0, 0), count: years)
    for (area, ward) in zip(smallAreas, wardOfSmallArea) {
      var people = Double.random(in: 1150...1850, using: &generator)
      let growth = Double.random(in: -0.004...0.02, using: &generator)
      let each = Double.random(in: 2.05...2.75, using: &generator)
      for year in 0..<years {
        let (count, homes) = (Int(people), Int(people / each))
        rows.append(
          WorldPopulation(
            code: area.code, year: last - years + 1 + year, people: count, households: homes))
        wardSums[ward][year] = (wardSums[ward][year].0 + count, wardSums[ward][year].1 + homes)
        sums[year] = (sums[year].0 + count, sums[year].1 + homes)
        people *= 1 + growth + Double.random(in: -0.003...0.003, using: &generator)
      }
    }
    for (area, sums) in zip(wards, wardSums) + [(borough, sums)] {
      rows += sums.enumerated().map { year, sum in
        WorldPopulation(
          code: area.code, year: last - years + 1 + year, people: sum.0, households: sum.1)
      }
    }
    return rows
  }
}
