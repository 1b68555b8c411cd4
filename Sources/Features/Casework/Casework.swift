internal import Access
internal import Commands
package import Partnership

/// From a resident's report to an outcome: reporting, the diary, and the work on it.
package enum Casework {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "casework")
    feature.migrations =
      CaseworkSchema.migrations + CaseSchema.migrations + FollowSchema.migrations
      + RiskSchema.migrations + EvidenceSchema.migrations + CaseReviewSchema.migrations
      + SearchSchema.migrations + PartnerSchema.migrations + TieSchema.migrations
      + HandOnSchema.migrations + ProcedureSchema.migrations + CarrySchema.migrations
      + KnownSchema.migrations + WorkSchema.migrations + ReportMonthSchema.migrations
      + RetentionSchema.migrations + AccessSchema.migrations + ReviewFollowSchema.migrations
      + BundleSchema.migrations + PanelSchema.migrations + StandardSchema.migrations
      + CaseIncidents.migrations + DutySchema.migrations
      + ReviewDutiesSchema.migrations + ReviewReopening.migrations + ReviewLawSchema.migrations
      + CaseLetterSchema.migrations
    feature.actions = [
      CaseworkActions.words, CaseActions.words, RiskActions.words, EvidenceActions.words,
      SearchActions.words, PartnerActions.words, TieActions.words, HandOnActions.words,
      ProcedureActions.words, StandardActions.words, CarryActions.words, KnownActions.words,
      RetentionActions.words, AccessActions.words, BundleActions.words, CaseLetterActions.words,
    ].reduce([:]) { all, words in all.merging(words) { first, _ in first } }
    feature.publicSections = ["report", "case-review", "answer"]
    feature.exits = ["report": ReportDesk.exit, "case-review": ReportDesk.exit]
    let desk = ReportDesk()
    feature.publicPages = { visit in try desk.answer(visit) }
    feature.publicTexts = CaseworkTexts.all
    feature.publicUploadBytes = { request, services in
      try EvidenceGate.uploadBytes(request, services)
    }
    feature.staffSections = [
      "reports", "work", "cases", "evidence", "search", "carry", "known", "retention",
      "data-requests",
    ]
    feature.staffPages = { visit in
      try ReportsHandlers(visit: visit, desk: desk).respond()
        ?? SharedCaseHandlers(visit: visit).respond()
        ?? RetentionHandlers(visit: visit).respond() ?? AccessHandlers(visit: visit).respond()
        ?? WorkHandlers(visit: visit).respond()
        ?? EvidenceHandlers(visit: visit).respond() ?? SearchHandlers(visit: visit).respond()
        ?? CarryHandlers(visit: visit).respond() ?? KnownHandlers(visit: visit).respond()
    }
    feature.record = CaseworkRecords.subject
    feature.dueWork = { try NoticesDue.source($0, $1, $2) + SayingDue.source($0, $1, $2) }
    feature.law = [
      NavigationEntry(
        "Law of case reviews", path: ReportsRoute.reviewLaw.path,
        roles: CaseworkPolicy.roles(.readLaw))
    ]
    feature.navigation = [
      NavigationEntry(
        "Work", path: WorkRoute.work(WorkFilter()).path, others: ["/cases"],
        roles: CasePolicy.roles(.list)),
      NavigationEntry(
        "Search", path: SearchRoute.search.path, roles: SearchPolicy.roles(.find)),
      NavigationEntry(
        "Shared cases", path: SharedRoute.list(page: 1).path,
        roles: PartnerPolicy.roles(.read)),
      // A manager comes to both by the caseload.
      NavigationEntry(
        "Data requests", path: AccessRoute.list(isOpen: true, page: 1).path,
        roles: AccessPolicy.roles(.list).subtracting([.manager]), group: .running),
      NavigationEntry(
        "Retention", path: RetentionRoute.overview.path,
        roles: RetentionPolicy.roles(.see).subtracting([.manager]), group: .running),
      NavigationEntry(
        "Reports", path: ReportsRoute.list(.new, page: 1).path,
        roles: CaseworkPolicy.roles(.list).union(CaseworkPolicy.roles(.take))
          .union(CaseworkPolicy.roles(.configure))),
      // Others come to it by the case reviews.
      NavigationEntry("Review panels", path: ReportsRoute.panels.path, roles: [.partner]),
      NavigationEntry(
        "Risk", path: RiskRoute.instruments.path, roles: [.administrator],
        group: .running),
      // A manager comes to it by the caseload.
      NavigationEntry(
        "Open cases", path: CarryRoute.start.path, roles: [.administrator],
        group: .running),
      // A manager comes to it by the work, where requests wait.
      NavigationEntry(
        KnownPage.title, path: KnownRoute.start.path, roles: KnownPolicy.roles(.configure),
        group: .running),
      NavigationEntry(
        "Evidence", path: EvidenceRoute.first.path, roles: EvidencePolicy.roles(.release)),
    ]
    feature.commands =
      ReportsCommands.all + CaseCommands.all + RiskCommands.all + EvidenceCommands.all
      + SearchCommands.all + PartyCommands.all + TieCommands.all + HandOnCommands.all
      + ProcedureCommands.all + StandardCommands.all + WorkingDayCommands.all
      + CarryCommands.all + KnownCommands.all
      + RetentionCommands.all + AccessCommands.all + BundleCommands.all + ReviewCommand.all
      + PanelCommands.all + CaseLetterCommands.all
    feature.jobs = [
      DraftPurge.job, ReportReseal.job, CaseReseal.job, CodeSending.job, ReviewLetter.job,
      SearchReseal.job, VulnerableReports.job, EvidenceExamination.job, EvidenceSweep.job,
      EvidenceReseal.job, CarryJob.job, CarryForgetting.job, ReportMonthJob.job, RetentionJob.job,
    ]
    feature.measures =
      [
        SatisfactionFigures.measure, ReferralCounts.measure,
        SupportStore.measure, ProcedureFigures.measure, SampleStore.measure,
        DrugAddressMeasure.measure,
      ] + PromiseMeasures.all + ReportMeasures.all + CaseMeasures.all + RepeatMeasures.all
      + ReviewMeasures.all
    feature.events = ReportEventSource.sources
    feature.personalData = [ReviewPersonalData.source]
    feature.demonstrate = { world, services in
      try Demonstration.make(world, services)
      try CaseDemonstration.make(world, services)
      try DrugAddressDemonstration.make(world, services)
      try FollowDemonstration.make(world, services)
      try RiskDemonstration.make(world, services)
      try MarkerDemonstration.make(world, services)
      try ReferralDemonstration.make(world, services)
      try EvidenceDemonstration.make(world, services)
      try ReviewDemonstration.make(world, services)
      try PeopleDemonstration.make(world, services)
      try PartnerDemonstration.make(world, services)
      try TieDemonstration.make(world, services)
      try HandOnDemonstration.make(world, services)
      try ProcedureDemonstration.make(world, services)
      try KnownDemonstration.make(world, services)
      try RetentionDemonstration.make(world, services)
      try AccessDemonstration.make(world, services)
      try BundleDemonstration.make(world, services)
      try CaseLetterDemonstration.make(world, services)
      try CarryDemonstration.make(world, services)
    }
    return feature
  }()
}
