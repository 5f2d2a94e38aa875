### 值班台的全部文字。键名与 en/zhiban.ftl 一一对应。

## 人和单位

actor-post = { $post } 岗
actor-system = 系统
actor-with-person = { $actor } { $person }

## 件的类别、标签、阶段

kind-ordinary = 普通
kind-urgent = 紧急
kind-waste-sorting = 垃圾
kind-inspection = 巡查
kind-call-up = 呼叫
kind-full-ordinary = 普通自处件
kind-full-urgent = 紧急件
kind-full-waste-sorting = 垃圾分类件
kind-full-inspection = 巡查走访件
kind-full-call-up = 呼叫件
tag-discipline = 纪委监督
tag-repeat = 重复
tag-difficult = 疑难
tag-sensitive = 敏感
tag-rebound = 易反弹
tag-unclear-duty = 权责不清
tag-at-risk = 恐逾期
tag-undecided = 待定类
stage-awaiting-sign = 待签收
stage-awaiting-dispatch = 待派发
stage-with-unit = 办理中
stage-awaiting-review = 待审核
stage-closed = 已办结
stage-aftercare = 办结后续
stage-void = 已作废
role-lead = 牵头
role-assist = 协办
verdict-accepted = 规范
verdict-nonstandard = 不规范
fault-not-point-by-point = 未逐条答复
fault-loop-not-closed = 未闭环
fault-off-the-question = 答非所问
fault-wording = 措辞态度
fault-photos-missing = 缺照片
fault-approval-missing = 缺负责人审批
fault-other = 其他
rating-satisfied = 满意
rating-basically-satisfied = 基本满意
rating-dissatisfied = 不满意
about-unit-sign = 签收
about-reply = 答复
about-close = 办结
party-unit = 承办单位
party-office = 处置办
already-signed = 街道签收
already-dispatched = 派发
already-unit-signed = 单位签收
already-replied = 答复
already-reviewed = 审核
already-closed = 办结
suggestion-repeat = 疑为重复件
suggestion-sensitive = 疑为敏感件
suggestion-unclear-duty = 疑为权责不清
suggestion-report = 应报主官
suggestion-escalate = 应上报
suggestion-consult = 应会商
suggestion-lead = 应定牵头

## 时限与状态

clock-street-sign = 街道签收
clock-dispatch = 派发
clock-unit-sign = 单位签收
clock-transfer = 转办、加批
clock-consult = 会商
clock-close = 办结
clock-reply = 答复
clock-rereply = 重新答复
clock-extension-unit = 单位提延期
clock-extension-office = 街道申请延期
clock-follow-up = 差评回访
clock-appeal = 申诉
clock-look-back = 回头看
state-waiting = 未起算
state-running = 进行中
state-met = 按时
state-late = 迟
state-overdue = 逾期
state-expired = 已过期
state-void = 不计

## 事实

event-received = 接件
event-signed = 街道签收
event-dispatched = 派发
event-unit-signed = 单位签收
event-phone-reminded = 电话提醒
event-transferred = 转办
event-co-assign-requested = 申请加批
event-replied = 答复
event-reviewed = 审核
event-extension-requested = 申请延期
event-extension-decided = 延期批复
event-closed = 办结
event-rated = 评价
event-followed-up = 差评回访
event-reworked = 返工
event-consulted = 会商
event-contacted = 告知诉求人
event-escalated = 上报
event-reported-to-principal = 报主官
event-linked = 关联
event-suggestion-dismissed = 不采纳建议
event-appealed = 申诉
event-appeal-decided = 申诉裁定
event-looked-back = 回头看
event-tagged = 加标签
event-untagged = 去标签
event-noted = 备注
event-amended = 更正
event-voided = 作废
event-undone = 撤销
event-excused = 非履职不力
event-confirmed = 平台核对一致
event-differed = 与平台不一致
event-revision-adopted = 改用新规则
event-swapped = 调班
event-stood-in = 代班
event-handed-over = 交接
event-step-done = 问责步骤

## 时间

weekday-mon = 周一
weekday-tue = 周二
weekday-wed = 周三
weekday-thu = 周四
weekday-fri = 周五
weekday-sat = 周六
weekday-sun = 周日
span-days = { $days } 天 { $hours } 小时
span-hours = { $hours } 小时 { $minutes } 分
span-minutes = { $minutes } 分 { $seconds } 秒
span-whole-minutes = { $minutes } 分
span-seconds = { $seconds } 秒
countdown-days = { $days }天{ $hours }时

## 不予办理的原因

refusal-unknown-case = 没有 { $number } 这个件
refusal-already-there = { $number } 已经在库里
refusal-future = { $at } 还没到，不能记将来的事
refusal-before-receipt = 早于接件时间 { $at }
refusal-already-done = { $who } 已于 { $at } { $what }
refusal-already-before = 进入值班台之前就已办过
refusal-closed = 已办结
refusal-closed-by = { $who } 已于 { $at } 办结
refusal-void = { $who } 已于 { $at } 作废
refusal-not-closed = 还没办结（{ $stage }）
refusal-not-on-case = { $unit } 不在这个件上
refusal-which-unit = 要指明哪个单位
refusal-not-lead = 牵头的是 { $lead }，不是 { $unit }
refusal-nobody-leads = 还没有牵头单位，{ $unit } 不能答复
refusal-no-reply = 还没有答复
refusal-already-reviewed = 最近一次答复已审核
refusal-already-reviewed-by = { $who } 已于 { $at } 审核最近一次答复
refusal-not-accepted = 最近一次答复未审核通过
refusal-needs-reason = 要写明理由
refusal-no-units = 没有选承办单位
refusal-one-lead = 只能有一个牵头单位，同一单位不能出现两次
refusal-no-community = 没有属地社区，先定属地或按 d 选单位
refusal-no-close-due = 同意延期要写明新的办结时限
refusal-no-bad-rating = 没有成立的差评
refusal-no-open-appeal = 没有待裁定的申诉
refusal-no-look-back = 没有要做的回头看
refusal-tag-unchanged = 标签没有变化
refusal-nothing-changed = 内容没有变化
refusal-nothing-to-undo = 没有可以撤销的
refusal-no-such-fact = 没有编号为 { $id } 的有效记录
refusal-receipt-stands = 接件不能撤销，请用作废
refusal-later-fact = 之后 { $who } 于 { $at } 已{ $what }，先撤销那一步
refusal-changed = 这个件刚被改动过，请看清后再办
refusal-changed-by = { $who } 刚于 { $at } { $what }，请看清后再办
refusal-same-case = 不能与自己关联
refusal-same-post = 不能由自己代自己的班

## 导入时的问题

problem-missing = 不能空
problem-not-a-time = 看不懂的时间，应如 2026-11-23 09:00:00
problem-twice-in-file = 件号在前面的行已出现过
problem-bad-number = 件号应为 1 至 64 个可见字符
problem-unknown-kind = 不认识的类别，按普通件收入并请定类
problem-unknown-community = 不认识的社区，按未定属地收入
problem-unknown-status = 不认识的状态，按没有状态处理
problem-unknown-rating = 不认识的评价，未采用
problem-unknown-unit = 不认识的单位，照原文保留
problem-unknown-tag = 不认识的标签，未采用
problem-broken-text = 含无法解码的字节，已用 � 代替
problem-before-receipt = 早于接件时间，未采用
problem-control-characters = 含控制字符，已去除
problem-too-many-cells = 单元格比表头多
problem-too-long = 文字过长，已截断
problem-future = 接件时间晚于现在
