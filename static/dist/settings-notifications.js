import{B as e,i as t,j as s,k as n,l as i,o as a}from"./settings.js";import{F as o,I as r,K as l,W as c,X as u,aa as g,ca as _,da as d,ea as p,la as b,ma as m,s as $,v as y,xa as k}from"./app.js";var f=["move","conversation","write","select","view","go","desk"];function h(e,t){let s={desk:{},ui:{},list:{},composer:{}},i={...k(s),...g(s)},a=null,o=[],r=null,b=null,m=e=>l(i[e].label),h=()=>{clearTimeout(r),a=null,o=[],t()},w=()=>{let s=a,n=o.join(" "),r=d(i,e.get("keys")).against(s,n);if(h(),r&&"taken"!==r.problem)return b={id:s,text:l(`settings_notices.key_${r.problem}`,{key:u(n).join(" ")})},t();b=r?.by?{id:s,text:l("settings_notices.key_taken",{action:m(r.by)})}:null,e.set("keys",p(i,e.get("keys"),s,n))},v=s=>{if(!a)return;if("Tab"===s.key||(s.preventDefault(),s.stopPropagation(),"Escape"===s.key))return h();if("Backspace"===s.key||"Delete"===s.key){let t=a;return h(),e.set("keys",p(i,e.get("keys"),t,""))}let n=c(s);if(n){if(o.push(n),clearTimeout(r),2===o.length||n.includes("+"))return w();r=setTimeout(w,900),t()}};return()=>{let s=d(i,e.get("keys")),r=e.get("keys");return $`${f.map(c=>{let g=Object.keys(i).filter(e=>i[e].group===c&&!_.has(e));return 0===g.length?y:n(l(`keys.group_${c}`),$`<ul class="key-rows">
${g.map(n=>{let c=a===n,g=s.keyOf(n);return $`<li class="key-row" data-action=${n}>
<span>${m(n)}</span>
<button
type="button"
class="key-button ${c?"waiting":""}"
aria-label=${c?l("settings_notices.press"):l("settings_notices.change_key",{action:m(n),key:u(g).join(" ")||l("settings_notices.no_key")})}
aria-pressed=${c}
@click=${()=>{a=c?null:n,o=[],b=null,t()}}
@keydown=${v}
@blur=${()=>c&&h()}
>
${c?$`<span>${o.length?u(o.join(" ")).map(e=>$`<kbd>${e}</kbd>`):l("settings_notices.press")}</span>`:g?u(g).map(e=>$`<kbd>${e}</kbd> `):$`<span class="thing-about">${l("settings_notices.no_key")}</span>`}
</button>
${n in r?$`<button type="button" class="text-button" aria-label=${l("settings_notices.reset_one",{action:m(n)})} @click=${()=>e.set("keys",p(i,r,n,null))}>${l("settings_notices.reset")}</button>`:$`<span></span>`}
${b?.id===n?$`<p class="field-hint key-said" role="status">${b.text}</p>`:y}
</li>`})}
</ul>`)})}
${Object.keys(r).length>0?$`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${l("settings_notices.reset_all")}</button></div>`:y}`}}var w=["new","assigned","message","mention"],v=[0,5,10,15,30,60],q=[0,2,5,10,30],T=new Intl.DateTimeFormat(r,{weekday:"narrow",timeZone:"UTC"}),x=new Intl.DateTimeFormat(r,{weekday:"long",timeZone:"UTC"});function j({changed:e,form:a,kinds:r}){let c=()=>globalThis.Notification?.permission??"unsupported",u=async()=>{await(globalThis.Notification?.requestPermission?.()),e()};return()=>{let e=a.get("quiet"),g=Math.round(100*a.get("notifications.volume"));return $`${n(l("settings_notices.what"),r(),l("settings_notices.what_intro"))}
${n(l("settings_notices.volume"),"",l("settings_notices.volume_intro"),$`<span class="slider"
><input
type="range"
min="0"
max="100"
step="5"
aria-label=${l("settings_notices.volume")}
.value=${o(String(g))}
@input=${e=>a.set("notifications.volume",Number(e.target.value)/100)}
/><output>${g}%</output></span
>`)}
${n(l("settings_notices.repeat_title"),t(a,"notifications.repeat",l("settings_notices.repeat"),l("settings_notices.repeat_hint")))}
${n(l("settings_notices.permission"),"",l(`settings_notices.permission_${c()}`),"default"===c()?$`<button type="button" class="button" @click=${u}>${l("settings_notices.allow")}</button>`:y)}
${n(l("settings_notices.quiet"),$`${t(a,"quiet.enabled",l("settings_notices.quiet_on"),l("settings_notices.quiet_hint"))}
${e.enabled?$`<div class="day-range">
${i(l("settings_notices.quiet_from"),e.from,e=>a.set("quiet.from",e))}
<span aria-hidden="true">–</span>
${i(l("settings_notices.quiet_to"),e.to,e=>a.set("quiet.to",e))}
${e.to<=e.from?$`<span class="chip">${l("settings_notices.next_day")}</span>`:y}
</div>
<div class="segments" role="group" aria-label=${l("settings_notices.quiet_days")}>
${[1,2,3,4,5,6,7].map(t=>{let s=new Date(Date.UTC(2026,0,4+t)),n=e.days.includes(t);return $`<button
type="button"
class="segment segment-day"
aria-pressed=${n}
aria-label=${x.format(s)}
@click=${()=>a.set("quiet.days",n?e.days.filter(e=>e!==t):[...e.days,t].sort())}
>
${T.format(s)}
</button>`})}
</div>
<p class="field-error" role="alert">${a.errors["quiet.days"]??""}</p>`:y}`)}
${n(l("settings_notices.away"),"",l("settings_notices.away_intro"),s(l("settings_notices.away"),[...new Set([...v,a.get("away_after_min")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?l("settings_notices.minutes",{count:e}):l("settings_notices.never")})),String(a.get("away_after_min")),e=>a.set("away_after_min",Number(e))))}`}}function S({call:t,changed:i,say:r}){let c={tab:"notices",problem:null},u=m({load:async()=>null,save:e=>t("PUT","/me/preferences",e),failed:e=>c.problem=e}),g=a({read:()=>t("GET","/me/preferences"),check:({quiet:t})=>e(t.from)&&e(t.to)?t.enabled&&0===t.days.length?{"quiet.days":l("settings_notices.no_days")}:{}:{"quiet.days":l("settings_notices.no_time")},async write(e){if(!await u.change(e))throw c.problem;return structuredClone(e)},changed:i}),_=b({changed:i}),d=h(g,i),p=j({changed:i,form:g,kinds:()=>y()}),y=function({bell:e,form:t,say:s}){return()=>$`<div class="grid-table" role="table" aria-label=${l("settings_notices.what")}>
<div role="row" class="grid-head">
<span role="columnheader">${l("settings_notices.news")}</span><span role="columnheader">${l("settings_notices.sound")}</span
><span role="columnheader">${l("settings_notices.browser")}</span><span role="columnheader"><span class="hidden">${l("settings_notices.hear")}</span></span>
</div>
${w.map(n=>$`<div role="row">
<span role="rowheader">${l(`settings_notices.kind_${n}`)}</span>
${["sound","browser"].map(e=>{let s=`notifications.${n}.${e}`;return $`<span role="cell"
><label class="switch"
><input
type="checkbox"
role="switch"
aria-label="${l(`settings_notices.kind_${n}`)} · ${l(`settings_notices.${e}`)}"
.checked=${o(t.get(s))}
@change=${e=>t.set(s,e.target.checked)} /></label
></span>`})}
<span role="cell"><button type="button" class="text-button" aria-label=${l("settings_notices.hear_one",{kind:l(`settings_notices.kind_${n}`)})} @click=${()=>(async n=>{await e.wake(),e.ring(n,t.get("notifications.volume"))||s(l("settings_notices.silent"),{bad:!0})})(n)}>${l("settings_notices.hear")}</button></span>
</div>`)}
</div>`}({bell:_,form:g,say:r});return{form:g,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:l("settings_notices.tab_notices")},{id:"writing",label:l("settings_notices.tab_writing")},{id:"keys",label:l("settings_notices.tab_keys")}],get tab(){return c.tab},choose(e){c.tab=e,i()},body:()=>"notices"===c.tab?p():"writing"===c.tab?$`${n(l("settings_notices.send"),"",l("settings_notices.send_intro"),s(l("settings_notices.send"),[{value:"mod+enter",label:l("settings_notices.send_mod")},{value:"enter",label:l("settings_notices.send_enter")}],g.get("send_on"),e=>g.set("send_on",e)))}
${n(l("settings_notices.undo"),"",l("settings_notices.undo_intro"),s(l("settings_notices.undo"),[...new Set([...q,g.get("undo_send_s")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?l("settings_notices.seconds",{count:e}):l("settings_notices.never")})),String(g.get("undo_send_s")),e=>g.set("undo_send_s",Number(e))))}`:$`<p class="page-intro">${l("settings_notices.keys_intro")}</p>${d()}`}}export{S as notificationsPage};
