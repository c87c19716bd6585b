// The console's words in two languages, and numbers and times as the reader writes them.

const english = {
  title: "OCR console", skip: "Skip to the content", language: "Language", signIn: "Sign in", signOut: "Sign out", user: "User", password: "Password", domain: "Account (domain)",
  domainHint: "the user's name if empty", project: "Project", "menu.try": "Try it", "menu.usage": "Usage", "menu.access": "Access",
  api: "API", switches: "Switches", automatic: "automatic", dropHere: "Drop a picture here, paste one, or", chooseFile: "Choose a file", specimen: "Use the built-in specimen", orUrl: "or its address",
  useUrl: "Use the address", noPicture: "No picture yet.", yourPicture: "The picture", notShown: "The browser cannot or may not show this picture; the answer is complete all the same.", zoom: "Zoom",
  tooLarge: "The picture is larger than 10 MB as Base64.", read: "Read", stop: "Stop", reading: "Reading", stopped: "Stopped.", done: (n) => `Done, ${n} rows.`,
  field: "Field", value: "Value", confidence: "Confidence", fields: "What was read", took: (ms) => `Answered in ${ms} ms.`, portrait: "Portrait", nothingRead: "Nothing was read.",
  refused: "Refused", answerAndCode: "Answer and request", copy: "Copy", copied: "Copied", readerCannotCall: "Your role may look, but not call the APIs.",
  "mrz.number": "number", "mrz.birth": "birth", "mrz.expiry": "expiry", "mrz.optional": "optional data",
  calls: "Calls", callsChart: "Calls over time", period: "Period", groupBy: "Colours by", "span.day": "24 hours", "span.week": "7 days", "span.month": "Month", "span.year": "Year", "by.api": "API", "by.outcome": "outcome",
  all: "All calls", billable: "Successful", failed: "Failed, free of charge", free: "Free", packaged: "By package", payPerUse: "Pay-per-use", charged: "Charged", outcome: "Outcome",
  packages: "Packages", used: "Used", expires: "Expires", status: "Status", allApis: "all APIs", noPackages: "No packages.", newPackage: "Give a package", quota: "Calls", price: "Price", give: "Give",
  "package.good": "good", "package.expired": "expired", "package.future": "not yet", "package.used_up": "used up",
  statement: "Statement", amount: "Amount", packagesBought: "Packages bought", total: "Total", downloadCsv: "Download CSV", downloadJson: "Download JSON",
  calculator: "Price calculator", callsPerMonth: "Calls a month", ofThemPackaged: "of them by package", calculate: "Calculate", upTo: "Up to", perThousand: "Per 1,000 calls", beyond: "beyond", noPrices: "Calls cost nothing here.",
  freePerMonth: (n) => `${n} calls a month are free.`, calculated: (f, p, u, a) => `${f} free, ${p} by package, ${u} pay-per-use: ${a}`,
  keys: "Access keys", accessKey: "Access key", secretKey: "Secret key", shownOnce: "Keep the secret key now: it is shown this once.", description: "Description", created: "Created", enabled: "enabled", disabled: "disabled",
  enable: "Enable", disable: "Disable", rotate: "Replace", remove: "Remove", rotateSure: "Replace the key? The old one stops working at once.", removeSure: "Remove the key for good?", newKey: "New key",
  users: "Users", role: "Role", allProjects: "all", callsPerMinute: "Calls a minute", "role.read_only": "may look", "role.full_access": "full access", "role.operator": "operator", newUser: "New user", newPassword: "New password",
  newPasswordFor: (n) => `New password for ${n}, 8 characters or more`, projects: "Projects", id: "Id", yes: "yes", no: "no", stopPayPerUse: "Stop pay-per-use", startPayPerUse: "Start pay-per-use", newProject: "New project",
  subscriptions: "APIs of this project", domains: "Domains", newDomain: "Open a domain", audit: "Audit trail", when: "When", who: "Who", from: "From", what: "What", detail: "Detail", more: "More",
  unreachable: "The service cannot be reached.", "code.APIG.0301": "The credentials do not hold. Sign in again.", "code.APIG.0307": "The token is older than 24 hours. Sign in again.",
  "code.APIG.0308": "Too many calls in this minute. Wait for the next one.", "code.ModelArts.4203": "Your role or project does not allow this.", "code.ModelArts.4204": "This project has not enabled the API; see Access.",
  "code.ModelArts.4106": "Free calls and packages are used up, and the project does not pay per use.", "code.ModelArts.4401": "All workers are busy. Try again in a few seconds.", "code.ModelArts.4402": "The picture took too long. Try a smaller one.",
  "code.ModelArts.4601": "The address may not be fetched: it must be a public http or https address.", "code.ModelArts.4603": "The picture could not be fetched from its address.", "code.ModelArts.4705": "The file behind the address is too large.",
  "code.AIS.0101": "A switch has a value that the API does not know.", "code.AIS.0102": "Not a picture, or not in a format the API takes: PNG, JPEG, BMP, TIFF.", "code.AIS.0103": "Every side must have 15 to 8192 pixels.",
  "code.AIS.0104": "No document of this kind was found. It should fill more than a quarter of the picture, sharp and complete.", "code.AIS.0105": "Recognition failed on this picture.",
  "code.IAM.0400": "A value is missing or cannot be.", "code.IAM.0404": "It does not exist any more.", "code.IAM.0409": "The name is taken.", "code.401": "User, password or account is wrong, or locked for some minutes after several failures.", "code.429": "Too many people are signing in. Try again in a moment.",
};

const chinese = {
  title: "OCR 控制台", skip: "跳到内容", language: "语言", signIn: "登录", signOut: "退出", user: "用户", password: "密码", domain: "账号（domain）",
  domainHint: "留空则与用户名相同", project: "项目", "menu.try": "在线体验", "menu.usage": "用量", "menu.access": "访问管理",
  api: "接口", switches: "参数", automatic: "自动", dropHere: "将图片拖到这里、粘贴，或", chooseFile: "选择文件", specimen: "使用内置样例", orUrl: "或图片地址",
  useUrl: "使用该地址", noPicture: "尚未选择图片。", yourPicture: "图片", notShown: "浏览器无法或不便显示此图片，识别结果不受影响。", zoom: "缩放",
  tooLarge: "图片的 Base64 超过 10 MB。", read: "识别", stop: "停止", reading: "识别中", stopped: "已停止。", done: (n) => `完成，共 ${n} 行。`,
  field: "字段", value: "内容", confidence: "置信度", fields: "识别结果", took: (ms) => `用时 ${ms} 毫秒。`, portrait: "人像", nothingRead: "没有识别到内容。",
  refused: "请求被拒绝", answerAndCode: "响应与请求代码", copy: "复制", copied: "已复制", readerCannotCall: "您的角色只能查看，不能调用接口。",
  "mrz.number": "号码", "mrz.birth": "出生日期", "mrz.expiry": "有效期", "mrz.optional": "可选数据",
  calls: "调用次数", callsChart: "调用次数随时间变化", period: "时间范围", groupBy: "按此着色", "span.day": "24 小时", "span.week": "7 天", "span.month": "月", "span.year": "年", "by.api": "接口", "by.outcome": "结果",
  all: "全部调用", billable: "成功", failed: "失败（不计费）", free: "免费", packaged: "套餐包", payPerUse: "按需计费", charged: "费用", outcome: "结果",
  packages: "套餐包", used: "已用", expires: "到期", status: "状态", allApis: "全部接口", noPackages: "没有套餐包。", newPackage: "发放套餐包", quota: "次数", price: "价格", give: "发放",
  "package.good": "有效", "package.expired": "已过期", "package.future": "未生效", "package.used_up": "已用完",
  statement: "账单", amount: "金额", packagesBought: "购买套餐包", total: "合计", downloadCsv: "下载 CSV", downloadJson: "下载 JSON",
  calculator: "价格计算器", callsPerMonth: "每月次数", ofThemPackaged: "其中套餐包", calculate: "计算", upTo: "不超过", perThousand: "每千次", beyond: "以上", noPrices: "此处调用不收费。",
  freePerMonth: (n) => `每月免费 ${n} 次。`, calculated: (f, p, u, a) => `免费 ${f} 次，套餐包 ${p} 次，按需 ${u} 次：${a}`,
  keys: "访问密钥", accessKey: "AK", secretKey: "SK", shownOnce: "请立即保存 SK：只显示这一次。", description: "描述", created: "创建时间", enabled: "启用", disabled: "停用",
  enable: "启用", disable: "停用", rotate: "更换", remove: "删除", rotateSure: "更换密钥？旧密钥立即失效。", removeSure: "确定删除该密钥？", newKey: "新建密钥",
  users: "用户", role: "角色", allProjects: "全部", callsPerMinute: "每分钟次数", "role.read_only": "只读", "role.full_access": "完全访问", "role.operator": "运维", newUser: "新建用户", newPassword: "重置密码",
  newPasswordFor: (n) => `${n} 的新密码，至少 8 个字符`, projects: "项目", id: "ID", yes: "是", no: "否", stopPayPerUse: "停止按需计费", startPayPerUse: "开启按需计费", newProject: "新建项目",
  subscriptions: "本项目的接口", domains: "账号", newDomain: "开通账号", audit: "审计日志", when: "时间", who: "操作人", from: "来源", what: "操作", detail: "详情", more: "更多",
  unreachable: "无法连接服务。", "code.APIG.0301": "凭证无效，请重新登录。", "code.APIG.0307": "令牌已超过 24 小时，请重新登录。",
  "code.APIG.0308": "本分钟调用过多，请稍候。", "code.ModelArts.4203": "您的角色或项目没有此权限。", "code.ModelArts.4204": "本项目未启用该接口，见“访问管理”。",
  "code.ModelArts.4106": "免费次数和套餐包已用完，且项目未开启按需计费。", "code.ModelArts.4401": "服务繁忙，请数秒后重试。", "code.ModelArts.4402": "处理超时，请使用较小的图片。",
  "code.ModelArts.4601": "该地址不允许访问：须为公网 http 或 https 地址。", "code.ModelArts.4603": "无法从该地址获取图片。", "code.ModelArts.4705": "该地址的文件过大。",
  "code.AIS.0101": "参数取值不被接口支持。", "code.AIS.0102": "不是图片，或格式不受支持（PNG、JPEG、BMP、TIFF）。", "code.AIS.0103": "图片各边须为 15 至 8192 像素。",
  "code.AIS.0104": "未找到该类证件。证件应完整清晰，并占图片四分之一以上。", "code.AIS.0105": "该图片识别失败。",
  "code.IAM.0400": "缺少内容或取值无效。", "code.IAM.0404": "对象已不存在。", "code.IAM.0409": "名称已被使用。", "code.401": "用户、密码或账号有误，或因多次失败被暂时锁定。", "code.429": "登录人数过多，请稍后再试。",
};

export const languages = [["en", "English"], ["zh", "中文"]];
let chosen = localStorage.getItem("ocr-console-language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");

export const language = () => chosen;

export function setLanguage(code) {
  chosen = code;
  localStorage.setItem("ocr-console-language", code);
}

export function t(key, ...values) {
  const text = (chosen === "zh" ? chinese : english)[key] ?? key;
  return typeof text === "function" ? text(...values) : text;
}

/** A refusal in words for people; the service's own message where there are none. */
export function told(error) {
  if (error.message === "unreachable") return t("unreachable");
  const own = t(`code.${error.code}`);
  return own === `code.${error.code}` ? error.message : own;
}

export const count = (n) => n.toLocaleString(chosen);
export const percent = (n) => n.toLocaleString(chosen, { style: "percent", minimumFractionDigits: 1 });
export const amount = (n, currency) => n.toLocaleString(chosen, { style: "currency", currency, maximumFractionDigits: 4 });
export const day = (time) => time.toLocaleDateString(chosen, { timeZone: "UTC" });
export const hour = (time) => time.toLocaleTimeString(chosen, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
export const moment = (text) => new Date(text).toLocaleString(chosen);
