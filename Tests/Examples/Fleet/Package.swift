// swift-tools-version: 6.3
// The stores of WaybillStores on real servers. It is a package of its own, so that nobody who imports a client needs the
// drivers that it has for its tests.

import PackageDescription

let package = Package(
    name: "Fleet",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "waybill", path: "../../..")],
    targets: [
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .systemLibrary(name: "CRedis", pkgConfig: "hiredis", providers: [.apt(["libhiredis-dev"]), .brew(["hiredis"])]),
        .target(
            name: "FleetDrivers",
            dependencies: ["CPostgres", "CRedis", .product(name: "WaybillStores", package: "waybill")]
        ),
        .testTarget(
            name: "FleetTests",
            dependencies: [
                "FleetDrivers",
                .product(name: "Simpu", package: "waybill"),
                .product(name: "WaybillStores", package: "waybill"),
                .product(name: "WaybillTesting", package: "waybill"),
                .product(name: "WaybillWebhookTesting", package: "waybill"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
