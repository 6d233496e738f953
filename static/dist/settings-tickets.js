import{a as e}from"./with-parts-grip.js";import{a as t,c as s,h as i,j as n,n as a}from"./settings.js";import{E as l,Ia as r,J as o,K as c,r as d,u as p}from"./app.js";var u=(e,t,s,i,{wrong:n,hint:a,max:r=40}={})=>d`<div class="set-field">
<div class="set-label"><label for=${e}>${t}</label></div>
<input id=${e} class="input" autocomplete="off" maxlength=${r} aria-invalid=${n?"true":p} aria-describedby="${e}-hint ${e}-error" .value=${l(s)} @input=${e=>i(e.target.value)} />
<p class="field-hint" id="${e}-hint">${a??p}</p>
<p class="field-error" id="${e}-error" role="alert">${n??""}</p>
</div>`,m=["new","open","pending","on_hold","solved","closed"],$=["text","email","phone","number","date","select","checkbox"],y=e=>({"zh-CN":e?.["zh-CN"]??"",en:e?.en??""}),g=e=>e.map(({id:e,name:t,public_name:s,category:i,builtin:n})=>({key:e,id:e,name:t,public_name:y(s),category:i,builtin:!!n})),b=e=>e.map(({id:e,name:t,public:s,fields:i})=>({key:e,id:e,name:t,public:s,fields:i.map(t=>({row:`${e}-${t.key}`,key:t.key,label:y(t.label),type:t.type,options:(t.options??[]).join("\n"),required:!!t.required,public:!!t.public}))})),k=e=>[...new Set(e.split("\n").map(e=>e.trim()).filter(Boolean))];function _(e){for(let t=e.length+1;;t+=1)if(!e.some(e=>e.key===`field_${t}`))return`field_${t}`}function f(e,t,s){let i=Math.max(0,Math.min(e.length-1,s));return e.toSpliced(t,1).toSpliced(i,0,e[t])}function h({form:a,here:m,changed:y}){let g=()=>a.get("types"),b=e=>g().findIndex(t=>t.key===e),k=(e,t)=>{for(let s of Object.keys(t))delete a.errors[`types[${e}].${s}`];a.set("types",g().with(e,{...g()[e],...t}))},h=function({form:t,here:n,all:a,set:c}){let m=e=>{let t=a().findIndex(t=>t.fields.some(t=>t.row===e));return[t,a()[t]?.fields.findIndex(t=>t.row===e)??-1]},{grip:y,over:g}=e({keys:e=>a()[m(e)[0]]?.fields.map(e=>e.row)??[],move(e,t){let[s,i]=m(e),l=f(a()[s].fields,i,t);c(s,{fields:l});let r=l.findIndex(t=>t.row===e);n.said=o("settings_tickets.moved",{name:l[r].label["zh-CN"]||l[r].label.en,place:r+1,count:l.length})}});return(e,n,a,m)=>{let b=`types[${n}].fields[${m}]`,k=e=>s(`field.${a.row}.${e}`),_=s=>{for(let e of Object.keys(s))delete t.errors[`${b}.${e}`];c(n,{fields:e.fields.with(m,{...a,...s})})},f=a.label["zh-CN"]||a.label.en||o("settings_tickets.unnamed");return d`<li class="field-row" @dragover=${g(a.row)}>
${y({key:a.row,name:f,place:m,label:o("settings_tickets.move",{name:f,place:m+1}),hint:o("settings_tickets.move_hint")})}
<div class="set-columns">
${u(k("zh"),o("settings_tickets.label_zh"),a.label["zh-CN"],e=>_({label:{...a.label,"zh-CN":e}}),{wrong:t.errors[`${b}.label`]})}
${u(k("en"),o("settings_tickets.label_en"),a.label.en,e=>_({label:{...a.label,en:e}}))}
<div class="set-field">
<div class="set-label"><label for=${k("type")}>${o("settings_tickets.field_type")}</label></div>
${r(k("type"),$.map(e=>({value:e,label:o(`settings_tickets.type_${e}`)})),a.type,e=>_({type:e}))}
</div>
${u(k("key"),o("settings_tickets.field_key"),a.key,e=>_({key:e}),{wrong:t.errors[`${b}.key`],hint:o("settings_tickets.field_key_hint"),max:32})}
</div>
${"select"===a.type?d`<div class="set-field">
<div class="set-label"><label for=${k("options")}>${o("settings_tickets.options")}</label></div>
<textarea id=${k("options")} class="input area" rows=${4} aria-invalid=${t.errors[`${b}.options`]?"true":p} .value=${l(a.options)} @input=${e=>_({options:e.target.value})}></textarea>
<p class="field-error" role="alert">${t.errors[`${b}.options`]??""}</p>
</div>`:p}
${i(a.required,e=>_({required:e}),o("settings_tickets.field_required"))}
${i(a.public,e=>_({public:e}),o("settings_tickets.field_public"),o("settings_tickets.field_public_hint"))}
<button type="button" class="text-button quiet" @click=${()=>c(n,{fields:e.fields.toSpliced(m,1)})}>${o("settings_tickets.remove_field",{name:f})}</button>
</li>`}}({form:a,here:m,all:g,set:k}),v=e=>{m.open=e,y(),e&&requestAnimationFrame(()=>document.getElementById(s(`type.${e}.name`))?.focus())},{grip:w,over:x}=e({keys:()=>g().map(e=>e.key),move(e,t){let s=f(g(),b(e),t);a.set("types",s),m.said=o("settings_tickets.moved",{name:g()[b(e)].name,place:b(e)+1,count:s.length})}}),z=()=>{m.made+=1;let e=`new-${m.made}`;a.set("types",[...g(),{key:e,name:"",public:!1,fields:[]}]),v(e)},j=(e,n)=>{let l=m.open===e.key,r=[e.fields.length?c("settings_tickets.fields_count",e.fields.length):o("settings_tickets.no_fields")];return e.public&&r.push(o("settings_tickets.is_public")),d`<li class="thing rule" data-type=${e.name} @dragover=${x(e.key)}>
${w({key:e.key,name:e.name,place:n,label:o("settings_tickets.move",{name:e.name||o("settings_tickets.unnamed"),place:n+1}),hint:o("settings_tickets.move_hint")})}
<div class="thing-what">
<button type="button" class="rule-name" aria-expanded=${l} @click=${()=>v(l?null:e.key)}>${e.name||o("settings_tickets.unnamed")}</button>
<span class="thing-about">${r.join(" · ")}</span>
</div>
${l?((e,n)=>d`<div class="thing-edit">
${u(s(`type.${e.key}.name`),o("settings_tickets.type_name"),e.name,e=>k(n,{name:e}),{wrong:a.errors[`types[${n}].name`]})}
${i(e.public,e=>k(n,{public:e}),o("settings_tickets.type_public"),o("settings_tickets.type_public_hint"))}
<p class="set-label"><span class="label" id=${s(`type.${e.key}.fields`)}>${o("settings_tickets.fields")}</span></p>
<ol class="field-rows" aria-labelledby=${s(`type.${e.key}.fields`)}>${e.fields.map((t,s)=>h(e,n,t,s))}</ol>
<div class="set-box">
<button type="button" class="button" @click=${()=>((e,t)=>{m.made+=1,k(t,{fields:[...e.fields,{row:`row-${m.made}`,key:_(e.fields),label:{"zh-CN":"",en:""},type:"text",options:"",required:!1,public:!0}]}),requestAnimationFrame(()=>document.getElementById(s(`field.row-${m.made}.zh`))?.focus())})(e,n)}>${t("plus")}${o("settings_tickets.add_field")}</button>
<button type="button" class="button danger" @click=${()=>a.set("types",g().toSpliced(n,1))}>${o("settings_tickets.remove_type")}</button>
</div>
</div>`)(e,n):p}
</li>`};return()=>n(o("settings_tickets.types"),d`${0===g().length?d`<p class="nothing-yet">${o("settings_tickets.no_types")}</p>`:d`<ol class="things rules" id="ticket-types">${g().map(j)}</ol>`}
${a.errors.types?d`<p class="field-error" role="alert">${a.errors.types}</p>`:p}`,o("settings_tickets.types_intro"),d`<button type="button" class="button" id="add-type" @click=${z}>${t("plus")}${o("settings_tickets.add_type")}</button>`)}function v({form:i,here:a,changed:l}){let c=()=>i.get("statuses"),$=e=>c().findIndex(t=>t.key===e),y=(e,t)=>{for(let s of Object.keys(t))delete i.errors[`statuses[${e}].${s}`];i.set("statuses",c().with(e,{...c()[e],...t}))},g=e=>{a.open=e,l(),e&&requestAnimationFrame(()=>document.getElementById(s(`status.${e}.name`))?.focus())},{grip:b,over:k}=e({keys:()=>c().map(e=>e.key),move(e,t){let s=$(e),n=f(c(),s,t);i.set("statuses",n),a.said=o("settings_tickets.moved",{name:c()[$(e)].name,place:$(e)+1,count:n.length})}}),_=()=>{a.made+=1;let e=`new-${a.made}`,t=c().findLastIndex(e=>"on_hold"===e.category);i.set("statuses",c().toSpliced(t+1,0,{key:e,name:"",public_name:{"zh-CN":"",en:""},category:"on_hold",builtin:!1})),g(e)},h=(e,t)=>{let n=a.open===e.key;return d`<li class="thing rule" data-status=${e.name} @dragover=${k(e.key)}>
${b({key:e.key,name:e.name,place:t,label:o("settings_tickets.move",{name:e.name||o("settings_tickets.unnamed"),place:t+1}),hint:o("settings_tickets.move_hint")})}
<div class="thing-what">
<button type="button" class="rule-name" aria-expanded=${n} @click=${()=>g(n?null:e.key)}>${e.name||o("settings_tickets.unnamed")}</button>
<span class="thing-about">${[o(`settings_tickets.category_${e.category}`),o("settings_tickets.told",{text:e.public_name[document.documentElement.lang]||e.public_name["zh-CN"]||e.public_name.en||e.name})].join(" · ")}</span>
</div>
${n?((e,t)=>{let n=t=>s(`status.${e.key}.${t}`),a=s=>i=>y(t,{public_name:{...e.public_name,[s]:i}});return d`<div class="thing-edit">
<div class="set-columns">
${u(n("name"),o("settings_tickets.name"),e.name,e=>y(t,{name:e}),{wrong:i.errors[`statuses[${t}].name`]})}
<div class="set-field">
<div class="set-label"><label for=${n("category")}>${o("settings_tickets.category")}</label></div>
${e.builtin?d`<p class="fixed-value" id=${n("category")}>${o(`settings_tickets.category_${e.category}`)}</p>`:r(n("category"),m.map(e=>({value:e,label:o(`settings_tickets.category_${e}`)})),e.category,e=>y(t,{category:e}))}
<p class="field-hint">${o(`settings_tickets.means_${e.category}`)}</p>
<p class="field-error" role="alert">${i.errors[`statuses[${t}].category`]??""}</p>
</div>
${u(n("public-zh"),o("settings_tickets.public_zh"),e.public_name["zh-CN"],a("zh-CN"),{wrong:i.errors[`statuses[${t}].public_name`],hint:o("settings_tickets.public_hint")})}
${u(n("public-en"),o("settings_tickets.public_en"),e.public_name.en,a("en"))}
</div>
${e.builtin?p:d`<div class="set-box"><button type="button" class="button danger" @click=${()=>i.set("statuses",c().toSpliced(t,1))}>${o("settings_tickets.remove_status")}</button></div>`}
</div>`})(e,t):p}
</li>`};return()=>n(o("settings_tickets.statuses"),d`<ol class="things rules" id="ticket-statuses">${c().map(h)}</ol>
${i.errors.statuses?d`<p class="field-error" role="alert">${i.errors.statuses}</p>`:p}`,o("settings_tickets.statuses_intro"),d`<button type="button" class="button" id="add-status" @click=${_}>${t("plus")}${o("settings_tickets.add_status")}</button>`)}function w({code:e,field:t,status:s,document:i="statuses"}){return"version"===e?{[i]:o("settings_tickets.outdated")}:"in_use"===e?{[i]:o(`settings_tickets.in_use_${i}`)}:400===s&&t?{[t]:o("settings_tickets.wrong_value")}:{}}function x({call:e,changed:t}){let s={versions:{statuses:0,types:0},open:null,made:0,said:""},i=a({async read(){let[t,i]=await Promise.all([e("GET","/ticket-statuses"),e("GET","/ticket-types")]);return s.versions={statuses:t.version,types:i.version},{statuses:g(t.statuses),types:b(i.types)}},check:e=>Object.fromEntries(Object.entries(function({statuses:e,types:t}){let s={};return e.forEach((e,t)=>{e.name.trim()||(s[`statuses[${t}].name`]="name")}),t.forEach((e,t)=>{e.name.trim()||(s[`types[${t}].name`]="name"),e.fields.forEach((i,n)=>{let a=`types[${t}].fields[${n}]`;!i.label["zh-CN"].trim()&&!i.label.en.trim()&&(s[`${a}.label`]="label"),/^[a-z0-9_]{1,32}$/.test(i.key)?e.fields.findIndex(e=>e.key===i.key)!==n&&(s[`${a}.key`]="key_twice"):s[`${a}.key`]="key","select"===i.type&&0===k(i.options).length&&(s[`${a}.options`]="options")})}),s}(e)).map(([e,t])=>[e,o(`settings_tickets.wrong_${t}`)])),refused:w,async write(t,i){let n=async(t,i)=>{try{let n=await e("PUT",`/ticket-${t}`,{version:s.versions[t],[t]:i});return s.versions[t]=n.version,n[t]}catch(e){throw Object.assign(e,{document:t})}};return i.includes("statuses")&&(t.statuses=g(await n("statuses",(e=>e.map(({id:e,name:t,public_name:s,category:i})=>({...e?{id:e}:{},name:t.trim(),public_name:s["zh-CN"].trim()||s.en.trim()?s:null,category:i})))(t.statuses)))),i.includes("types")&&(t.types=b(await n("types",(e=>e.map(({id:e,name:t,public:s,fields:i})=>({...e?{id:e}:{},name:t.trim(),public:s,fields:i.map(({key:e,label:t,type:s,options:i,required:n,public:a})=>({key:e,label:t,type:s,..."select"===s?{options:k(i)}:{},required:n,public:a}))})))(t.types)))),s.open=null,t},changed(){let e="ready"===i.phase?function(e){for(let t of Object.keys(e)){let e=/^(statuses|types)\[(\d+)\]/.exec(t);if(e)return{list:e[1],at:Number(e[2])}}return null}(i.errors):null;e&&(s.open=i.get(e.list)[e.at]?.key??s.open),t()}}),n=v({form:i,here:s,changed:t}),l=h({form:i,here:s,changed:t});return{form:i,body:()=>d`<p class="page-intro">${o("settings_tickets.intro")}</p>${n()}${l()}<p class="hidden" aria-live="polite">${s.said}</p>`}}export{x as ticketsPage};
