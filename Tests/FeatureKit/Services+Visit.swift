public import Access
import Design
public import HTTP
import Kernel
public import Partnership

extension Services {
  /// What pages answer to somebody who has signed in; what they show is recorded, as the site does it.
  public func answer(
    _ request: Request, _ actor: Actor, by pages: (StaffVisit) throws -> Response?
  ) throws -> Response? {
    let readings = Readings()
    let visit = StaffVisit(
      request: request, actor: actor, now: clock.now(), frame: .sample, services: self,
      readings: readings)
    let response = try pages(visit)
    try readings.record(in: audit, database)
    return response
  }
}
