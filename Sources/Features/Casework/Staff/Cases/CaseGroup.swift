internal import Design
internal import Kernel
internal import Markup

/// What of a case is folded below its actions and its story.
enum CaseGroup: CaseIterable {
  case people
  case risk
  case evidence
  case partners
  case running
  case record

  var title: String {
    switch self {
    case .people: "People and places"
    case .risk: "Risk and referrals"
    case .evidence: "Reports and evidence"
    case .partners: "Other organisations"
    case .running: "Run the case"
    case .record: "Record"
    }
  }

  /// The sheet in it that the links of the page lead to; a browser opens the fold for it.
  var first: String {
    switch self {
    case .people: "people"
    case .risk: "risk"
    case .evidence: "evidence"
    case .partners: "parties"
    case .running: "run"
    case .record: "words"
    }
  }
}

extension CaseAct {
  /// The folded part its form stands in; `nil` where that is not folded.
  var group: CaseGroup? {
    switch self {
    case .note, .incident, .contact, .action, .finish, .link, .linkEnd, .answersRead, .watch,
      .unwatch:
      nil
    case .person, .takeOver, .names, .support, .knownAsk, .place, .vehicle, .vehicleOff: .people
    case .marker, .markerReview, .referral, .referralAnswer, .referralLink: .risk
    case .party, .partyEnd: .partners
    case .change, .allocate, .decline, .pause, .resume, .close, .reopen: .running
    case .tags: .record
    }
  }

  /// The sheet that shows what it did; `nil` where the head of the page does.
  var sheet: String? {
    switch self {
    case .note, .contact: "story"
    case .incident: "diary"
    case .action, .finish, .link, .linkEnd: "actions"
    case .person, .takeOver, .names: "people"
    case .support: "support"
    case .knownAsk: "known"
    case .place, .vehicle, .vehicleOff: "where"
    case .marker, .markerReview: "visiting"
    case .referral, .referralAnswer, .referralLink: "referrals"
    case .party, .partyEnd: "parties"
    case .tags: "words"
    case .change, .allocate, .decline, .pause, .resume, .close, .reopen, .answersRead, .watch,
      .unwatch:
      nil
    }
  }
}

/// One folded part of a case, which says how much is in it.
struct CaseGroupPart: HTML {
  let group: CaseGroup
  let model: CaseModel

  private var file: CaseFile { model.file }

  var body: some HTML {
    details(
      .class("folded printed"), .open.when(model.refused.map { $0.act.group == group } ?? false)
    ) {
      summary {
        h2 { group.title }
        span(.class("small quiet")) { words }
        if let mark { StateMark(.warn, mark) }
      }
      sheets
    }
  }

  @HTMLBuilder
  private var sheets: some HTML {
    switch group {
    case .people:
      CasePeopleSheet(model: model)
      CaseLettersSheet(reference: file.reference)
      SupportSheet(model: model)
      WhereSheet(model: model)
      KnownSheet(model: model)
    case .risk:
      CaseRiskSheet(model: model.risk)
      MarkerSheet(model: model)
      ReferralSheet(model: model)
    case .evidence:
      EvidenceSheet(
        files: model.evidence,
        add: file.state == .closed ? nil : EvidenceRoute.add(file.reference).path)
      CaseReportsSheet(model: model)
      BundlesSheet(reference: file.reference)
    case .partners: CasePartiesSheet(model: model)
    case .running:
      CaseRunningSheet(model: model)
      TieSheet(model: model)
    case .record: record
    }
  }

  @HTMLBuilder
  private var record: some HTML {
    Sheet("Words and tags", id: "words") {
      CaseSearchForm(reference: file.reference, csrf: model.csrf)
      CaseTagsForm(model: model)
    }
    ProcedureSheet(checked: model.checked)
    Sheet("Who has looked", id: "seen") {
      RecordReadings(readings: model.readers, empty: "Nobody before you.")
      if model.hasOlderReaders {
        p {
          a(.href(CaseMoreRoute.seen(file.reference, before: model.readers.last?.number).path)) {
            "Who looked before"
          }
        }
      }
    }
  }

  /// What is in it, as counts.
  private var words: String {
    switch group {
    case .people:
      [
        "\(model.people.count) who suffer or tell of it",
        "\(model.subjects.count) complained of",
        count(model.places.places.count, "place"), count(model.places.vehicles.count, "vehicle"),
      ].joined(separator: ", ")
    case .risk:
      [
        model.risk.greatest.map { "\($0.level.title), \($0.score)" } ?? "Not assessed",
        count(model.markers.holding.count, "warning to visitors", "warnings to visitors"),
        count(model.referrals.count, "referral"),
      ].joined(separator: ", ")
    case .evidence:
      [count(model.reports.count, "report"), count(model.evidence.count, "file")]
        .joined(separator: ", ")
    case .partners:
      model.partners.open.isEmpty
        ? "Given to none" : "Given to \(count(model.partners.open.count, "organisation"))"
    case .running:
      ["Whose it is, title, clocks, close", model.ties.isEmpty ? nil : "joined or parted before"]
        .compactMap(\.self).joined(separator: "; ")
    case .record:
      ["Find words, tags", model.checked.map { "procedure: \($0.words)" }, "who has looked"]
        .compactMap(\.self).joined(separator: "; ")
    }
  }

  /// What in it asks for somebody.
  private var mark: String? {
    switch group {
    case .risk where model.risk.isDue: "Risk to assess"
    case .people where model.supports.contains(where: \.isMissing): "Offer support"
    default: nil
    }
  }

  private func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
