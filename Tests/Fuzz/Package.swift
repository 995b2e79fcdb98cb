// swift-tools-version: 6.3
// The fuzzer: libFuzzer over the functions that the tests run too. `make fuzz` builds and runs it, with the sanitizers' flags
// for every module; nothing else does.

import PackageDescription

let package = Package(
    name: "waybill-fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "waybill", path: "../.."),
        .package(name: "waybill-generator", path: "../../Generator"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    ],
    targets: [
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "Connectly", "Simpu", "Walinko", "WaybillRuntime", "WaybillSigning", "WaybillTesting",
                "WaybillTransport", "WaybillWebhooks",
            ].map { .product(name: $0, package: "waybill") } + [
                .product(name: "Pipeline", package: "waybill-generator"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(platforms: [.linux])),
                .product(name: "NIOEmbedded", package: "swift-nio", condition: .when(platforms: [.linux])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(platforms: [.linux])),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
