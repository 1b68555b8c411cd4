internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// On which grounds a party was given a case, and the record that says more.
struct PartyGround: HTML {
  let party: CaseParty
  let share: Share?

  var body: some HTML {
    if let share {
      ShareSections(share: share)
    } else if let earlier = party.earlier {
      earlier.title
      br()
      span(.class("small quiet")) { "\(earlier.source). Given before shares were recorded" }
    }
  }
}

/// The sections a share names, with the way to its record.
struct ShareSections: HTML {
  let share: Share

  var body: some HTML {
    share.terms.ground(.gateway)?.section ?? ""
    br()
    span(.class("small quiet")) {
      [ShareGround.Part.basis, .special, .criminal].compactMap {
        share.terms.ground($0)?.section
      }.joined(separator: "; ")
    }
    br()
    a(.href(share.path), .class("ref nowrap")) {
      share.reference.description
      span(.class("hide")) { ", the record of the share" }
    }
  }
}

/// What of a case was shared with others than its parties.
struct OtherShares: HTML {
  let partners: CasePartners
  let agencies: [Agency]

  var body: some HTML {
    if !partners.otherShares.isEmpty {
      DataTable(
        caption: "Shared with others",
        columns: [
          .text("Reference"), .text("Recipient"), .text("Gateway"), .text("From and until"),
        ],
        rows: partners.otherShares.map { share in
          [
            .html {
              a(.href(share.path), .class("ref nowrap")) { share.reference.description }
            },
            .text(recipient(share)), .text(share.terms.ground(.gateway)?.section ?? ""),
            .html {
              StateMark(
                share.isOpen(at: partners.now) ? .good : .none,
                share.isOpen(at: partners.now)
                  ? "Until \(share.lastDay.words)" : "Ended \(share.lastDay.words)")
              br()
              span(.class("small quiet")) { "From \(London.day(share.since).words)" }
            },
          ]
        })
    }
    p(.class("row no-print")) {
      LinkButton("Record another share of this case", to: partners.sharePath)
    }
  }

  private func recipient(_ share: Share) -> String {
    guard let organisation = share.organisation else { return "Outside the partnership" }
    return agencies.first { $0.id == organisation }?.name ?? "Another organisation"
  }
}

/// The same for the party itself, which does not read the register.
struct PartyGroundWords: HTML {
  let party: CaseParty
  let share: Share?

  var body: some HTML {
    if let share {
      [ShareGround.Part.gateway, .basis].compactMap { share.terms.ground($0)?.section }
        .joined(separator: "; ")
    } else if let earlier = party.earlier {
      "\(earlier.title) (\(earlier.source))"
    }
  }
}
