import Kernel

/// The made-up plan the demonstration works with: four priorities and their indicators.
enum SyntheticPlan {
  static let plan = NewPlan(
    slug: "csp-2025-29", title: "Thornmere Community Safety Plan 2025-29",
    years: FinancialYear(startingIn: 2025)...FinancialYear(startingIn: 2028), kind: .live,
    source: "Synthetic: a made-up borough, drawn from a seed", isSynthetic: true)

  static let priorities = [antisocial, violence, hate, reoffending]

  private static let cut5 = ["-5%", "-4%", "-3%", "-3%"]
  private static let lessHarm = "The plan wants less harm"

  private static let antisocial = SyntheticPriority(
    code: "A", title: "Anti-social behaviour and drugs",
    indicators: [
      SyntheticIndicator(
        code: "A1", title: "Calls to 101 about anti-social behaviour", unit: "call",
        polarity: .lower, reason: lessHarm, owner: "Police", agency: "police", level: 1180,
        trend: -0.03, season: 0.14, targets: cut5, basis: .chained,
        commentary: "Estate patrols ran through the summer."),
      SyntheticIndicator(
        code: "A2", title: "ASB incidents recorded by police", unit: "ASB incident",
        polarity: .lower, reason: lessHarm, owner: "Police", agency: "police",
        measure: "incidents.asb",
        targets: ["To be baselined", "TBC", "TBC", "TBC"]),
      SyntheticIndicator(
        code: "A3", title: "ASB reports made online to the council", unit: "report",
        polarity: .higher, reason: "Reporting should become easier, so a rise is wanted",
        owner: "Council", agency: "council", level: 92, trend: 0.11, season: 0.1,
        targets: ["1,200", "1,300", "1,400", "Not set"],
        commentary: "More residents use the short form."),
      SyntheticIndicator(
        code: "A4", title: "ASB cases begun in time", unit: "case", kind: .percentage,
        polarity: .higher, reason: "Everybody should be answered in time", owner: "Council",
        agency: "council", level: 64, trend: 0.02, share: 83, denominator: "cases opened",
        targets: ["85%", "90%", "95%", "95%"],
        commentary: "Two posts were empty in August and are filled since."),
    ] + fromRecords)

  private static let violence = SyntheticPriority(
    code: "B", title: "Violence",
    indicators: [
      SyntheticIndicator(
        code: "B1", title: "Domestic abuse offences", unit: "offence",
        polarity: .phased(until: Month(index: 2027 * 12 + 3), then: .lower),
        reason: "More people should come forward first; fewer should be harmed later",
        owner: "Police", agency: "police", level: 268, trend: 0.05, season: 0.04,
        commentary: "The rise is what the plan asks for until 2027.",
        judgement: (.amber, "The rise is wanted, but repeat victims rise with it")),
      SyntheticIndicator(
        code: "B2", title: "Specialist court conviction rate", unit: "prosecution",
        kind: .percentage, polarity: .higher, reason: "Victims should see a result",
        owner: "Prosecution service", agency: "council", level: 22, share: 71,
        denominator: "completed prosecutions", targets: ["72%", "73%", "75%", "75%"]),
      SyntheticIndicator(
        code: "B3", title: "Victims of serious youth violence", unit: "victim",
        polarity: .lower, reason: lessHarm, owner: "Police", agency: "police", level: 25,
        trend: -0.02, season: 0.12, targets: cut5, basis: .notStated,
        commentary: "Numbers are small; one bad weekend shows."),
      SyntheticIndicator(
        code: "B4", title: "Personal robbery", unit: "offence", polarity: .lower,
        reason: lessHarm, owner: "Police", agency: "police", level: 96, trend: 0.03,
        season: -0.06, targets: cut5, basis: .chained,
        broken: SeriesBreak(
          month: Month(index: 2026 * 12 + 4), kind: .recording,
          reason: "The police moved to a new recording system in May 2026"),
        commentary: "Figures from May 2026 cannot be set against earlier ones."),
    ])

  private static let hate = SyntheticPriority(
    code: "C", title: "Hate crime and cohesion",
    indicators: [
      SyntheticIndicator(
        code: "C1", title: "Hate crimes recorded by police", unit: "offence",
        polarity: .neutral, reason: "A rise can mean more harm or more trust",
        owner: "Police", agency: "police", level: 68, trend: 0.02,
        judgement: (.amber, "Two streets account for most of the rise")),
      SyntheticIndicator(
        code: "C2", title: "Hate incidents reported to the council", unit: "incident",
        polarity: .higher, reason: "Too little is reported", owner: "Council",
        agency: "council", level: 19, trend: 0.08, targets: ["240", "260", "280", "TBC"]),
      SyntheticIndicator(
        code: "C3", title: "Victims satisfied when their case closed", unit: "victim",
        kind: .percentage, polarity: .higher, reason: "People should feel helped",
        owner: "Voluntary sector", agency: "voluntary", level: 30, share: 91,
        denominator: "victims who answered", targets: ["92%", "93%", "95%", "95%"], late: 4),
      SyntheticIndicator(
        code: "C4", title: "People who say neighbours of all backgrounds get on well",
        unit: "respondent", kind: .percentage, polarity: .higher,
        reason: "Cohesion is the aim", owner: "Council", agency: "council", frequency: .year,
        level: 1050, share: 84, denominator: "respondents of the residents' survey",
        targets: ["85%", "86%", "87%", "88%"],
        annualReason: "It is asked in the yearly residents' survey, and nothing tells it sooner"),
    ])

  private static let reoffending = SyntheticPriority(
    code: "D", title: "Re-offending and burglary",
    indicators: [
      SyntheticIndicator(
        code: "D1", title: "Burglary recorded by police", unit: "burglary offence",
        polarity: .lower,
        reason: lessHarm, owner: "Police", agency: "police", measure: "incidents.burglary",
        targets: ["To be baselined", "TBC", "TBC", "TBC"]),
      SyntheticIndicator(
        code: "D2", title: "First-time entrants to the youth justice system", unit: "person",
        polarity: .lower, reason: "Fewer young people should enter", owner: "Council",
        agency: "council", frequency: .quarter, level: 5, trend: -0.05,
        targets: ["-2%", "-5%", "Not set", "Not set"], basis: .notStated),
      SyntheticIndicator(
        code: "D3", title: "Offenders managed together whose housing need is met",
        unit: "person", kind: .percentage, polarity: .higher, reason: "A home prevents crime",
        owner: "Probation", agency: "probation", level: 41, trend: 0.02, share: 58,
        denominator: "people with the need", targets: ["60%", "63%", "66%", "70%"],
        commentary: "Eight tenancies began in the quarter."),
      SyntheticIndicator(
        code: "D4", title: "Knife crime", unit: "offence", polarity: .lower,
        reason: lessHarm, owner: "Police", agency: "police", level: 58, trend: 0.04,
        season: 0.08, targets: cut5, basis: .chained,
        commentary: "Most of it is in the town centre after dark."),
    ])
}
