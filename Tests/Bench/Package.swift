// swift-tools-version: 6.3
// What is measured, beside peers that do the same work. It is a package of its own, so that nobody who imports a client resolves them.

import PackageDescription

let package = Package(
    name: "Bench",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "waybill", path: "../..")],
    targets: [
        .target(
            name: "Parcels",
            dependencies: [.product(name: "WaybillRuntime", package: "waybill")],
            exclude: ["ParcelsClient.swift", "Parcels/ParcelsClient+Parcels.swift"],
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]
        ),
        .executableTarget(name: "JSONBench", dependencies: ["Parcels"]),
    ],
    swiftLanguageModes: [.v6]
)
