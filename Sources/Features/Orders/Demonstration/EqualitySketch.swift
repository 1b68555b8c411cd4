/// What is made up of the subjects of the demonstration's orders for the equality analysis.
enum EqualitySketch {
  static let bases: [(dimension: EqualityDimension, group: String, people: Int)] = [
    (.age, "10-17", 21_400), (.age, "18-24", 24_900), (.age, "25-34", 48_300),
    (.age, "35-49", 51_700), (.age, "50+", 62_800), (.sex, "female", 118_600),
    (.sex, "male", 116_900), (.ethnicity, "asian", 61_200), (.ethnicity, "black", 24_800),
    (.ethnicity, "mixed", 12_100), (.ethnicity, "white", 126_500), (.ethnicity, "other", 10_900),
  ]

  /// Most is known of most of them: some did not say, of some an officer wrote what they saw.
  static func facts(
    _ wards: [String], using generator: inout some RandomNumberGenerator
  ) -> EqualityFacts {
    func one(in hundred: Int, _ generator: inout some RandomNumberGenerator) -> Bool {
      Int.random(in: 0..<100, using: &generator) < hundred
    }
    var facts = EqualityFacts()
    if one(in: 92, &generator) {
      facts.sex = one(in: 74, &generator) ? .male : .female
      facts.sexSource = one(in: 60, &generator) ? .said : .perceived
    }
    if one(in: 80, &generator) {
      let groups: [EqualityFacts.EthnicGroup] = [
        .white, .white, .white, .white, .asian, .asian, .black, .black, .mixed, .other,
      ]
      facts.ethnicity = groups[Int.random(in: 0..<groups.count, using: &generator)]
      facts.ethnicitySource = one(in: 55, &generator) ? .said : .perceived
    }
    if !wards.isEmpty, one(in: 85, &generator) {
      let ward = wards[Int.random(in: 0..<wards.count, using: &generator)]
      facts.ward = one(in: 10, &generator) ? EqualityFacts.outside : ward
    }
    return facts
  }
}
