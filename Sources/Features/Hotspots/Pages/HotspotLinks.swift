internal import Design
internal import Markup

/// The ways from one page of hotspots to the others.
struct HotspotLinks: HTML {
  var body: some HTML {
    nav(.class("row tight no-print mb2"), .aria("label", "Hotspots")) {
      LinkButton("Draw a map", to: HotspotRoute.map(HotspotFilter()).path)
      LinkButton("Kept maps", to: HotspotRoute.runs(page: 1).path)
      LinkButton("Wards", to: HotspotRoute.wards(HotspotFilter()).path)
      LinkButton("Hours", to: HotspotRoute.hours(HotspotFilter()).path)
      LinkButton("Near repeats", to: HotspotRoute.nearRepeats(HotspotFilter()).path)
      LinkButton("Named hotspots", to: HotspotRoute.names.path)
      LinkButton("Interventions", to: HotspotRoute.interventions(page: 1).path)
      LinkButton("Weights of harm", to: HotspotRoute.harm.path)
    }
  }
}
