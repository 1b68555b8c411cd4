import Markup
import Partnership
import Access
import Design
import HTTP
import Kernel
import Secrets

/// Sets up and removes a person's own second factor, and renews its recovery codes.
enum OwnSecondFactorHandler {
  static func set(_ desk: DeskVisit) throws -> Response {
    let account = desk.actor.account
    let name = try desk.visit.read { try desk.accounts.accounts.find(account, $0)?.name }
    guard let name else { throw AccountsProblem.notFound }
    guard desk.isPost else { return page(desk, name, secret: OneTimeCode.newSecret()) }
    let form = desk.request.form
    let secret = form["secret"] ?? ""
    do {
      try OwnPasswordHandler.check(form["current"] ?? "", field: "current", desk)
      let codes = try desk.visit.write { write in
        try Enrolment(desk.accounts, at: desk.now).enrol(
          account, secret: secret, code: form["code"] ?? "", in: write)
      }
      guard let codes else { throw SecondFactorOffer.refusal }
      return shown(codes, desk)
    } catch let refusal as Refusal {
      let secret = OneTimeCode(secret: secret) == nil ? OneTimeCode.newSecret() : secret
      return page(desk, name, secret: secret, refusal)
    }
  }

  static func remove(_ desk: DeskVisit) throws -> Response {
    let account = desk.actor.account
    guard !desk.accounts.settings.requiresSecondFactor else { throw AccountsProblem.notFound }
    do {
      try OwnPasswordHandler.check(
        desk.request.form["current"] ?? "", field: "current", desk)
      try desk.visit.write { write in
        try desk.accounts.factors.remove(from: account, in: write)
        try desk.accounts.record(
          "second-factor-removed", account, by: account, at: desk.now, in: write)
      }
      return desk.done(.secondFactorRemoved, at: OwnRoute.overview.path)
    } catch let refusal as Refusal { return try OwnHandlers.overview(desk, refusal) }
  }

  static func renew(_ desk: DeskVisit) throws -> Response {
    let account = desk.actor.account
    do {
      try OwnPasswordHandler.check(
        desk.request.form["current"] ?? "", field: "current", desk)
      let codes = try desk.visit.write { write in
        guard try desk.accounts.accounts.find(account, write)?.hasSecondFactor == true else {
          throw AccountsProblem.notFound
        }
        try desk.accounts.record(
          "recovery-codes-renewed", account, by: account, at: desk.now, in: write)
        return try desk.accounts.factors.renewCodes(of: account, in: write)
      }
      return shown(codes, desk)
    } catch let refusal as Refusal { return try OwnHandlers.overview(desk, refusal) }
  }

  private static func shown(_ codes: [String], _ desk: DeskVisit) -> Response {
    desk.page("Keep your recovery codes") {
      RecoveryCodesPage(codes: codes, next: OwnRoute.overview.path)
    }
  }

  private static func page(
    _ desk: DeskVisit, _ name: Sensitive<String>, secret: String, _ refusal: Refusal? = nil
  ) -> Response {
    let state = FormState(refusal: refusal)
    let offer = SecondFactorOffer(
      secret: secret, partnership: desk.visit.frame.partnership, name: name)
    return desk.page(
      "Set up your second factor", crumbs: [Crumb("Your account", OwnRoute.overview.path)],
      state: state
    ) {
      EnrolPage(
        state: state, csrf: desk.csrf, action: OwnRoute.secondFactor.path, offer: offer,
        asksPassword: true)
    }
  }
}
