import Database
import Kernel
public import Partnership

extension ShareRegister {
  /// A register that keeps what it is told in memory, with one or two grounds of each part.
  public static func remembering(needsAgreement: Bool = false) -> ShareRegister {
    let kept = Guarded<[Share]>([])
    return ShareRegister(
      choices: { _, _ in
        ShareChoices(grounds: grounds, agreements: [], needsAgreement: needsAgreement)
      },
      record: { new, _ in
        kept.withLock { shares in
          var generator = SeededGenerator(seed: UInt64(shares.count + 1))
          let reference = Reference(letters: "TS", using: &generator)
          var outside: Sensitive<String>?
          if case .outside(let name) = new.recipient { outside = name }
          shares.insert(
            Share(
              reference: reference, about: new.about, organisation: new.recipient.agency,
              outside: outside, terms: new.terms, since: new.at,
              endsAt: London.start(of: new.terms.lastDay.adding(days: 1)),
              isKeptByRecord: new.isKeptByRecord, path: "/sharing/\(reference)"), at: 0)
          return reference
        }
      },
      end: { reference, end, _ in
        kept.withLock { shares in
          shares = shares.map { share in
            guard share.reference == reference else { return share }
            return Share(
              reference: reference, about: share.about, organisation: share.organisation,
              outside: share.outside, terms: share.terms, since: share.since, endsAt: end.endsAt,
              isKeptByRecord: share.isKeptByRecord, path: share.path)
          }
        }
      },
      share: { reference, _ in kept.withLock { $0.first { $0.reference == reference } } },
      about: { about, _ in kept.withLock { $0.filter { $0.about == about } } },
      forget: { about, _ in kept.withLock { $0.removeAll { $0.about == about } } },
      formPath: { "/sharing/new?about=\($0)" })
  }

  private static let grounds = [
    ShareGround(
      key: "cda-115", part: .gateway, title: "To prevent crime and disorder",
      section: "Crime and Disorder Act 1998, section 115"),
    ShareGround(
      key: "asb-review", part: .gateway,
      title: "A relevant body of an ASB case review asked for it",
      section: "Anti-social Behaviour, Crime and Policing Act 2014, Schedule 4, paragraph 7"),
    ShareGround(
      key: "public-task", part: .basis, title: "Public task", section: "UK GDPR, Article 6(1)(e)",
      regime: .general),
    ShareGround(
      key: "part-3", part: .basis, title: "Law enforcement",
      section: "Data Protection Act 2018, Part 3, section 35", regime: .lawEnforcement),
    ShareGround(
      key: "safeguarding", part: .special, title: "Safeguarding",
      section: "Data Protection Act 2018, Schedule 1, paragraph 18", regime: .general),
    ShareGround(
      key: "unlawful-acts", part: .criminal, title: "Unlawful acts",
      section: "Data Protection Act 2018, Schedule 1, paragraph 10", regime: .general),
  ]
}
